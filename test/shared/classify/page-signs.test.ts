import { describe, expect, it } from 'vitest'
import { globalSigns, provenBy } from '#shared/classify/page-proof.ts'
import { signsIn, signsOf } from '#shared/classify/page-signs.ts'
import { PageSignId } from '#shared/domain/page-sign.ts'

describe('what web proxies leave in a page', () => {
  it.each([
    ['/uv/uv.bundle.js', 'Ultraviolet'],
    ['/assets/uv.handler.js', 'Ultraviolet'],
    ['/uv.client.8f2c1a.js', 'Ultraviolet'],
    ['/scram/scramjet.all.js', 'Scramjet'],
    ['/scramjet.wasm.wasm', 'Scramjet'],
    ['/scramjet.client.js', 'Scramjet'],
    ['/rammerhead.js', 'Rammerhead'],
    ['/baremux/worker.js', 'a proxy’s transport'],
    ['/npm/@mercuryworkshop/bare-mux/dist/index.js', 'a proxy’s transport'],
  ])('%s is a file of %s', (path, software) => {
    expect(provenBy(signsIn('file', path))).toBe(software)
  })

  it.each([
    '/uv/uv.js',
    '/uv/uv-config.json',
    '/lib/ultraviolet.css',
    '/js/scramjet.js',
    '/blog/scramjet.all.js.html',
    '/uv/index.js',
    '/libcurl/index.mjs',
    '/hammerhead.js',
    '/service/app.js',
    '/bundle.js',
  ])('%s proves nothing', (path) => {
    expect(provenBy(signsIn('file', path))).toBeNull()
  })

  it('take two halves from different places for a proof', () => {
    expect(provenBy(['transport-file'])).toBeNull()
    expect(provenBy(['transport-file', 'hammerhead-file'])).toBeNull()
    expect(provenBy(['transport-file', 'bare-mux-inline'])).toBe('a proxy’s transport')
    expect(provenBy(['uv-worker', 'uv-client'])).toBe('Ultraviolet')
    expect(provenBy([])).toBeNull()
  })

  it('do not take a worker for a proxy’s by its name and scope alone', () => {
    const uvIndex = [...signsIn('worker', '/uv/sw.js'), ...signsIn('scope', '/uv/')]
    const ownService = [...signsIn('worker', '/service/sw.js'), ...signsIn('scope', '/service/')]
    const project = [...signsIn('worker', '/scramjet/sw.js'), ...signsIn('scope', '/scramjet/')]
    expect([uvIndex, ownService, project].map(provenBy)).toEqual([null, null, null])
    expect(signsIn('scope', '/uv/service/')).toEqual(['uv-scope'])
  })

  it('stand in scripts as statements, not in the text of one', () => {
    expect(signsIn('inline', 'self.__uv$config = { prefix: "/a/" }')).toEqual(['uv-inline'])
    expect(signsIn('inline', 'var a;window.__uv$cookies="x"')).toEqual(['uv-inline'])
    expect(signsIn('inline', String.raw`self.__next_f.push([1,"Set self.__uv$config = {}"])`)).toEqual([])
    expect(signsIn('inline', 'const c = $scramjetLoadController().ScramjetController')).toEqual([
      'scramjet-inline',
    ])
    expect(signsIn('inline', '/*hammerhead|script|start*/ go()')).toEqual(['hammerhead-inline'])
  })

  it('have each one place and a name that may cross the border, and the form its place asks for', () => {
    const inDocument = (['file', 'inline', 'attribute', 'worker', 'scope'] as const).flatMap(signsOf)
    expect([...inDocument, ...globalSigns].map(({ id }) => id).toSorted()).toEqual(
      [...PageSignId.options].toSorted(),
    )
    expect(signsOf('attribute').every(({ form }) => typeof form === 'string')).toBe(true)
    expect(globalSigns.map(({ name }) => name)).toContain('__uv$config')
    for (const place of ['file', 'inline', 'worker', 'scope'] as const)
      expect(signsOf(place).every(({ form }) => form instanceof RegExp)).toBe(true)
  })
})
