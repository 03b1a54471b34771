import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { againstAll, watchImages } from '#extension/page/images.ts'
import type { PictureResult, PictureWire } from '#extension/page/picture-watch.ts'

const mark = 'data-t0ken'
const askPicture = vi.fn<PictureWire['askPicture']>()
const fine: PictureResult = { result: 'fine', mayReveal: true }
const kept: PictureResult = { result: 'kept', mayReveal: true }

/** Few are looked at at a time: what one test keeps waiting must not keep the next. */
const waiting: (() => void)[] = []
afterEach(() => {
  for (const answer of waiting.splice(0)) answer()
})

/** Everything is in view, as happy-dom lays nothing out. */
class InView {
  readonly observe: (target: Element) => void
  constructor(tell: (entries: { target: Element; isIntersecting: true }[]) => void) {
    this.observe = (target) => tell([{ target, isIntersecting: true }])
  }
  unobserve = (): void => undefined
}
class NeverGrows {
  observe = (): void => undefined
  unobserve = (): void => undefined
}
const markOf = (selector: string): string | null | undefined =>
  document.querySelector(selector)?.getAttribute(mark)
/** Observers are told before anything is painted. */
const beforePaint = (): Promise<void> => Promise.resolve()
const background = (name: string): string => `style="background-image: url('https://a.test/${name}.png')"`

beforeAll(() => {
  vi.stubGlobal('IntersectionObserver', InView)
  vi.stubGlobal('ResizeObserver', NeverGrows)
  watchImages(
    window,
    { token: 't0ken', band: 'y7-y9', waits: true },
    { askPicture, tellPictureWrong: async () => undefined },
  )
})
beforeEach(() => {
  askPicture.mockReset().mockImplementation(async (picture) => {
    if (!('url' in picture)) return fine
    if (picture.url.includes('slow')) return new Promise((resolve) => waiting.push(() => resolve(fine)))
    return picture.url.includes('bad') ? kept : fine
  })
  document.body.innerHTML = ''
})

describe('our mark on what shows a picture', () => {
  it('counts for nothing where a page has put it: on what waits, on what was kept, or on what it brings along', async () => {
    document.body.innerHTML = `<div id="slow" ${background('slow')}></div><div id="bad" ${background('bad')}></div>`
    await vi.waitFor(() => expect(markOf('#bad')).toBe('kept'))
    for (const id of ['#slow', '#bad']) document.querySelector(id)?.setAttribute(mark, 'fine')
    await beforePaint()
    expect([markOf('#slow'), markOf('#bad')]).toEqual([null, 'kept'])
    document.querySelector('#bad')?.removeAttribute(mark)
    await beforePaint()
    expect(markOf('#bad')).toBe('kept')
    document.body.insertAdjacentHTML(
      'beforeend',
      `<p><b id="inner" ${mark}="fine" ${background('slow-2')}></b></p><svg id="drawn" ${mark}="fine"></svg>`,
    )
    await beforePaint()
    expect([markOf('#inner'), markOf('#drawn')]).toEqual([null, null])
  })

  it('counts for nothing in a shadow either, nor on an element that shows a picture only later', async () => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
    root.innerHTML = `<b ${mark}="fine" ${background('slow-3')}></b><i ${mark}="fine"></i>`
    document.body.append(document.createElement('p'))
    await vi.waitFor(() => expect(root.querySelector(`[${mark}]`)).toBeNull(), { timeout: 3000 })
    root.querySelector('i')?.setAttribute(mark, 'fine')
    await beforePaint()
    expect(root.querySelector(`[${mark}]`)).toBeNull()
  })

  it('is put back where a page takes it from a harmless picture', async () => {
    document.body.innerHTML = `<div id="good" ${background('good')}></div>`
    await vi.waitFor(() => expect(markOf('#good')).toBe('fine'))
    document.querySelector('#good')?.removeAttribute(mark)
    await beforePaint()
    expect(markOf('#good')).toBe('fine')
  })

  it('is given to a gradient beside a filter, and taken back when a picture takes its place', async () => {
    document.body.innerHTML =
      '<div id="b" style="background-image: linear-gradient(red, blue); filter: url(#goo)"></div>'
    await vi.waitFor(() => expect(markOf('#b')).toBe('fine'))
    expect(askPicture).not.toHaveBeenCalled()
    document.querySelector('#b')?.setAttribute('style', "background-image: url('https://a.test/slow-4.png')")
    await beforePaint()
    expect(markOf('#b')).toBeNull()
  })
})

describe('an element with several backgrounds', () => {
  const several = (...names: string[]): string =>
    `style="background-image: ${names.map((name) => `url('https://a.test/${name}.png')`).join(', ')}"`

  it('is shown when nothing is against any of them, and kept when something is against one, wherever it stands', async () => {
    document.body.innerHTML = `<b id="good" ${several('s1', 's2', 's3')}></b><b id="bad" ${several('s4', 's5', 'bad-2')}></b>`
    await vi.waitFor(() => expect([markOf('#good'), markOf('#bad')]).toEqual(['fine', 'kept']))
    const asked = askPicture.mock.calls.map(([picture]) => ('url' in picture ? picture.url : ''))
    expect(asked.toSorted()).toEqual(
      ['bad-2', 's1', 's2', 's3', 's4', 's5'].map((name) => `https://a.test/${name}.png`),
    )
  })

  it('can be revealed only when each that something is against may be', () => {
    const grave: PictureResult = { result: 'kept', mayReveal: false }
    const unknown: PictureResult = { result: 'unknown', mayReveal: false }
    expect(againstAll([fine, fine])).toBeNull()
    expect(againstAll([fine, kept])).toEqual({ why: 'kept', mayReveal: true })
    expect(againstAll([kept, grave])).toEqual({ why: 'kept', mayReveal: false })
    expect(againstAll([kept, unknown])).toEqual({ why: 'kept', mayReveal: false })
    expect(againstAll([unknown])).toEqual({ why: 'unknown', mayReveal: false })
  })

  it('waits for the last of them, and is judged anew when one of them is replaced', async () => {
    document.body.innerHTML = `<b id="b" ${several('s6', 'slow-5')}></b>`
    await vi.waitFor(() => expect(askPicture).toHaveBeenCalledTimes(2))
    expect(markOf('#b')).toBeNull()
    waiting.shift()?.()
    await vi.waitFor(() => expect(markOf('#b')).toBe('fine'))
    document.querySelector('#b')?.setAttribute('style', several('s6', 'bad-3').slice(7, -1))
    await beforePaint()
    expect(markOf('#b')).toBeNull()
    await vi.waitFor(() => expect(markOf('#b')).toBe('kept'))
  })

  it('is kept unlooked at where they are too many to look at', async () => {
    const names = Array.from({ length: 9 }, (_, n) => `many-${n}`)
    document.body.innerHTML = `<b id="b" ${several(...names)}></b>`
    await vi.waitFor(() => expect(markOf('#b')).toBe('kept'))
    expect(askPicture).not.toHaveBeenCalled()
  })
})
