import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import type { Address } from '#shared/domain/address.ts'
import { bundleFile, opened } from '#test/support/list-bundles.ts'
import vectors from '#test/vectors/unwrap.json' with { type: 'json' }

const bundle = opened(
  bundleFile([
    ['bad.test', ['pornography']],
    ['illegal.test', ['illegal-csam']],
    ['help.test', ['support']],
    ['news.test', ['news']],
    ['relay.test', ['proxy']],
    ['short.test', ['url-shortener']],
    ['engine.test', ['search']],
    ['google.com', ['search']],
    ['archive.org', ['education']],
    ['exit.sc', ['support']],
    ['translate.goog', ['proxy']],
    ['facebook.com', ['social-media']],
    ['youtube.com', ['video-streaming']],
    ['youtube.com/watch?v=AbCdEfGhIjK', ['violence']],
    ['youtube.com/watch?v=education_1', ['education']],
    ['youtube.com/playlist?list=PLx', ['gambling']],
  ]),
)
const classify = urlClassifier([bundle])
const inWords = ({ host, path, query }: Address): string => `${host}${path}${query === '' ? '' : `?${query}`}`
const categories = (url: string): string[] => [
  ...new Set(classify(url).evidence.map(({ category }) => category)),
]
const encoded = encodeURIComponent

test.each(vectors)('$why: $url', ({ url, leadsTo }) => {
  expect((classify(url).leadsTo ?? []).map(inWords)).toEqual(leadsTo)
})

describe('an address that carries another', () => {
  it.each([
    ['https://web.archive.org/web/2020/https://bad.test/', ['pornography', 'education']],
    ['https://www.google.com/url?q=https://bad.test/', ['pornography', 'search']],
    ['https://bad-test.translate.goog/', ['pornography', 'proxy']],
    ['https://relay.test/?u=https://bad.test/', ['pornography', 'proxy']],
    ['https://short.test/?go=aHR0cHM6Ly9iYWQudGVzdC8', ['pornography', 'url-shortener']],
    ['https://relay.test/https://bad.test/', ['pornography', 'proxy']],
    ['https://relay.test/#https://bad.test/', ['pornography', 'proxy']],
  ])('is as harmful as what it carries: %s', (url, expected) => {
    expect(categories(url)).toEqual(expected)
  })

  it.each([
    ['https://relay.test/?u=https://news.test/', ['proxy']],
    ['https://relay.test/?u=https://help.test/', ['proxy']],
    ['https://www.facebook.com/l.php?u=https://news.test/', ['social-media']],
    ['https://wsrv.nl/?url=https://help.test/', []],
    ['https://x.test/service/hvtrs8%2F-hglr.veqt-', ['proxy']],
  ])('is made no better by good that it carries: %s', (url, expected) => {
    expect(categories(url)).toEqual(expected)
  })

  it.each([
    'https://help-test.translate.goog/',
    'https://l.facebook.com/l.php?u=https://help.test/',
    'https://web.archive.org/web/2020/https://help.test/',
  ])('stays open when it is help: %s', (url) => {
    expect(categories(url)).toContain('support')
    expect(categories(url)).not.toContain('proxy')
    expect(categories(url)).not.toContain('social-media')
  })

  it('is help only when all that it carries is', () => {
    expect(categories('https://archive.ph/?url=https://help.test/&url=https://bad.test/')).toEqual([
      'pornography',
    ])
    expect(categories('https://archive.ph/?url=https://help.test/&url=https://unknown.test/')).toEqual([])
    expect(categories('https://help-test.translate.goog/service/hvtrs8%2F-bcd%2Ctgsv%2F')).toContain(
      'pornography',
    )
  })

  it('is no help any more when it leads to harm', () => {
    expect(categories('https://exit.sc/')).toEqual(['support'])
    expect(categories('https://exit.sc/?url=https://bad.test/')).toEqual(['pornography'])
  })

  it('is no help when it leads to more than is looked at', () => {
    const many = Array.from({ length: 20 }, (_, n) => `url=https://help.test/${n}`)
    expect(categories(`https://archive.ph/?${many.slice(0, 3).join('&')}`)).toEqual(['support'])
    expect(categories(`https://archive.ph/?${many.join('&')}&url=https://bad.test/`)).not.toContain('support')
    const twice = 'https://archive.ph/?url=https://help.test/&url=https://href.li/?https://help.test/'
    expect(categories(twice)).toEqual([])
    expect(classify(twice).leadsTo).toHaveLength(2)
  })

  it('keeps a locked category, whatever is wrapped round it', () => {
    expect(categories('https://illegal-test.translate.goog/')).toContain('illegal-csam')
    const both = 'https://archive.ph/?url=https://help.test/&url=https://illegal.test/'
    expect(categories(both)).toEqual(['illegal-csam'])
  })

  it('says what it was found through', () => {
    const inner = `https://translate.google.com/translate?u=${encoded('https://web.archive.org/web/2020/https://bad.test/')}`
    const rules = classify(inner).evidence.map(({ rule }) => rule)
    expect(rules).toContain('bad.test via web.archive.org via translate.google.com')
  })

  it('does not answer for where a sign-in or a form goes back to', () => {
    expect(
      categories('https://school.test/login?continue=https://bad.test/&redirect_uri=https://bad.test/'),
    ).toEqual([])
    expect(categories('https://engine.test/?ref=https://bad.test/')).toEqual(['search'])
  })

  it('is looked into four times and no deeper', () => {
    const wrap = (times: number): string =>
      times === 0
        ? 'https://bad.test/'
        : `https://r.jina.ai/${wrap(times - 1).replace('https://r.jina.ai', 'https://12ft.io')}`
    const nested = (times: number): string =>
      times === 0 ? 'https://bad.test/' : `https://href.li/?${nested(times - 1)}`
    expect(categories(wrap(2))).toEqual(['pornography'])
    expect(categories(nested(4))).toEqual(['pornography'])
    expect(categories(nested(5))).toEqual([])
  })

  it('is seen through padding', () => {
    const padding = 'x'.repeat(20_000)
    expect(categories(`https://translate.google.com/translate?a=${padding}&u=https://bad.test/`)).toEqual([
      'pornography',
      'search',
    ])
    expect(categories(`https://x.test/service/hvtrs8%2F-bcd%2Ctgsv%2F?${padding}`)).toContain('proxy')
  })

  it('ends when it leads round in a circle', () => {
    const self = 'https://relay.test/?u=https%3A%2F%2Frelay.test%2F'
    expect(categories(self)).toEqual(['proxy'])
    expect(classify(self).leadsTo).toHaveLength(1)
  })
})

describe('a YouTube video', () => {
  const id = 'AbCdEfGhIjK'
  test.each([
    `https://www.youtube.com/watch?v=${id}`,
    `https://www.youtube.com/watch?t=1&list=PLy&v=${id}&t=2`,
    `https://m.youtube.com/watch?v=${id}`,
    `https://music.youtube.com/watch?v=${id}`,
    `https://www.youtube-nocookie.com/embed/${id}?rel=0`,
    `https://www.youtube.com/embed/${id}`,
    `https://www.youtube.com/v/${id}&hl=en`,
    `https://www.youtube.com/e/${id}`,
    `https://www.youtube.com/shorts/${id}`,
    `https://www.youtube.com/live/${id}?feature=share`,
    `https://www.youtube.com/watch/${id}`,
    `https://www.youtube.com/attribution_link?a=1&u=${encoded(`/watch?v=${id}&feature=share`)}`,
    `https://www.youtube.com/oembed?url=${encoded(`https://www.youtube.com/watch?v=${id}`)}`,
    `https://www.youtubekids.com/watch?v=${id}`,
    `https://youtu.be/${id}`,
    `https://youtu.be/${id}?si=x`,
    `https://i.ytimg.com/vi/${id}/hqdefault.jpg`,
    `https://img.youtube.com/vi_webp/${id}/0.webp`,
    `https://translate.google.com/translate?u=${encoded(`https://youtu.be/${id}`)}`,
    `https://yewtu.be/watch?v=${id}`,
    `https://www.google.com/url?q=${encoded(`https://www.youtube.com/shorts/${id}`)}`,
  ])('%s is found under its one name', (url) => {
    expect(categories(url)).toContain('violence')
  })

  test.each([
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://www.youtube.com/@AbCdEfGhIjK',
    'https://www.youtube.com/embed/videoseries?list=PLz',
    'https://youtu.be/',
    `https://youtube.com.evil.test/watch?v=${id}`,
  ])('%s is another', (url) => {
    expect(categories(url)).not.toContain('violence')
  })

  it('that a list calls education is that, wherever it is shown', () => {
    expect(categories('https://youtu.be/education_1')).toEqual(['education'])
    expect(categories('https://www.youtube-nocookie.com/embed/education_1')).toEqual(['education'])
  })

  it('is not its playlist, but a player of the playlist is', () => {
    expect(categories('https://www.youtube.com/embed/videoseries?list=PLx')).toContain('gambling')
    expect(categories('https://www.youtube.com/playlist?list=PLx')).toContain('gambling')
    expect(categories('https://www.youtube.com/watch?v=other_video&list=PLx')).not.toContain('gambling')
  })
})

describe('a hostile address', () => {
  const carriers = vectors.map(({ url }) => url)

  it('never makes the classifier throw', () => {
    const around = fc.constantFrom(
      'https://translate.google.com/translate?u=',
      'https://web.archive.org/web/2020/',
      'https://x.test/service/',
      'https://x.test/browse.php?b=1&u=',
      'https://www.bing.com/ck/a?u=a1',
      'https://urldefense.com/v3/__',
      'https://relay.test/',
      'https://',
    )
    fc.assert(
      fc.property(around, fc.string({ unit: 'binary' }), (beginning, rest) => {
        classify(beginning + rest)
        classify(beginning + encoded(rest.toWellFormed()))
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...carriers), fc.nat(300), fc.string(), (url, at, piece) => {
        classify(url.slice(0, at) + piece + url.slice(at))
      }),
    )
  })

  it('costs no more than its length', () => {
    const long = [
      `https://relay.test/?${'u=https://relay.test/?'.repeat(2000)}`,
      `https://relay.test/?${Array.from({ length: 3000 }, (_, n) => `u=https://relay.test/${n}`).join('&')}`,
      `https://archive.ph/?${Array.from({ length: 300 }, (_, n) => `url=https://archive.ph/?url=x${n}.test`).join('&')}`,
      `https://x.test/${'service/'.repeat(8000)}`,
      `https://x.test/${'hvtrs8'.repeat(8000)}`,
      `https://x.test/browse.php?${'u='.repeat(8000)}`,
      `https://x.test/${'aHR0c'.repeat(8000)}`,
      `https://${'translate.'.repeat(20)}google.com/translate?u=${encoded('https://translate.google.com/translate?u='.repeat(500))}`,
      `https://www.youtube.com/results?search_query=${'!g '.repeat(5000)}`,
    ]
    for (const url of long) {
      const from = performance.now()
      classify(url)
      expect(performance.now() - from).toBeLessThan(150)
    }
  })
})
