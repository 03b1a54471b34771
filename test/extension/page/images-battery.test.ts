import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { watchImages } from '#extension/page/images.ts'
import type { PictureResult, PictureWire } from '#extension/page/picture-watch.ts'
import { Seeing } from './seeing.ts'

const mark = 'data-t0ken'
const fine: PictureResult = { result: 'fine', mayReveal: true }
const sparing: PictureResult = { ...fine, sparing: true }

/** Pictures that are being looked at, by name, and how they are answered. */
const asked = new Map<string, (result: PictureResult) => void>()
const askPicture: PictureWire['askPicture'] = (picture) =>
  new Promise((resolve) => {
    if ('url' in picture) asked.set(picture.url.replace('https://a.test/', ''), resolve)
  })

beforeAll(() => {
  vi.stubGlobal('IntersectionObserver', Seeing)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = (): void => undefined
      unobserve = (): void => undefined
    },
  )
  watchImages(
    window,
    { token: 't0ken', band: 'y7-y9', waits: true },
    { askPicture, tellPictureWrong: async () => undefined },
  )
})
beforeEach(() => {
  asked.clear()
  document.body.innerHTML = ''
})

/** An element with these backgrounds, near the view. */
async function near(...names: string[]): Promise<Element> {
  const element = document.createElement('b')
  element.style.backgroundImage = names.map((name) => `url('https://a.test/${name}')`).join(', ')
  document.body.append(element)
  await vi.waitFor(() => expect(Seeing.around('400px').targets.has(element)).toBe(true))
  Seeing.around('400px').see(element, true)
  return element
}
const see = (element: Element, isInView: boolean): void => Seeing.around(undefined).see(element, isInView)
async function answer(name: string, result: PictureResult): Promise<void> {
  asked.get(name)?.(result)
  asked.delete(name)
  // What waits has its turn.
  await new Promise((resolve) => setTimeout(resolve))
}
const isShown = (element: Element): boolean => element.getAttribute(mark) === 'fine'

it('what waits for its turn as the battery gets low is looked at only once it is in view', async () => {
  const [a, b, waiting, other] = [await near('a'), await near('b'), await near('c'), await near('d')]
  expect([...asked.keys()]).toEqual(['a', 'b'])
  await answer('a', sparing)
  await answer('b', sparing)
  expect([a, b].map(isShown)).toEqual([true, true])
  expect([...asked.keys()]).toEqual([])
  see(waiting, true)
  await answer('c', fine)
  expect(isShown(waiting)).toBe(true)
  // That answer said that it is charged.
  expect([...asked.keys()]).toEqual(['d'])
  await answer('d', fine)
  expect(isShown(other)).toBe(true)
})

it('what comes back into view while the rest of it is being looked at is not forgotten', async () => {
  await near('e')
  await answer('e', sparing)
  const element = await near('f', 'g', 'h')
  see(element, true)
  expect([...asked.keys()]).toEqual(['f', 'g'])
  see(element, false)
  await answer('f', sparing)
  // The turn of the third has come and gone.
  see(element, true)
  await answer('g', sparing)
  expect([...asked.keys()]).toEqual(['h'])
  await answer('h', fine)
  expect(isShown(element)).toBe(true)
})
