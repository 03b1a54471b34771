import { createAsking } from './images-asking.ts'
import { createCovers } from './images-cover.ts'
import { watchDue } from './images-due.ts'
import { addressesOf, findShowers, type Shower } from './images-found.ts'
import { createMarks } from './images-marks.ts'
import { imageWords } from './images-words.ts'
import { inTime } from './in-time.ts'
import type { PictureResult, PictureWire, SentPicture, Watch } from './picture-watch.ts'
import { pixelsOf } from './pixels.ts'

/** Smaller than this on its longer side, or a mere line, a picture is an ornament or an icon. */
const smallest = { longer: 96, shorter: 48 }
/** More pixels than this are not decoded here. */
const mostPixels = 50_000_000
const patienceMs = 15_000
/** An element with more backgrounds than this cannot be checked: each of them would be a look. */
const mostBackgrounds = 8

const fine: PictureResult = { result: 'fine', mayReveal: true }

/** What counts for a picture that cannot be looked at, and for more than are looked at: nobody can say what is among those. */
function unlooked(waits: boolean): { unknown: PictureResult; unchecked: PictureResult } {
  const result = waits ? 'unknown' : 'fine'
  return { unknown: { result, mayReveal: true }, unchecked: { result, mayReveal: false } }
}

const isSmall = (width: number, height: number): boolean =>
  Math.max(width, height) < smallest.longer || Math.min(width, height) < smallest.shorter

/** What an element shows, in one word that changes with it. */
const shownBy = (shower: Shower): string => addressesOf(shower).join(' ')

const isVector = (url: string): boolean => /^data:image\/svg|\.svg(?:[?#]|$)/i.test(url)

/**
 * Looks at the pictures of a document as they come near the view, and keeps hidden what has something against it. Where they are hidden until they
 * are looked at, it spares a low battery and waits until they are in view; where they are shown at once it does not, for what it keeps is best never seen.
 */
export function watchImages(
  view: Window & typeof globalThis,
  { token, band, waits }: Watch,
  wire: PictureWire,
): void {
  const marks = createMarks(`data-${token}`)
  const covers = createCovers(
    view,
    imageWords[band],
    // A worker that is being replaced does not hear it: the tap is a favour, and nothing waits for it.
    () => void wire.tellPictureWrong().catch(() => undefined),
  )
  const ask = createAsking()
  const decided = new WeakMap<Shower, string>()

  const { unknown, unchecked } = unlooked(waits)
  function show(shower: Shower): void {
    marks.give(shower, 'fine')
    covers.remove(shower)
  }

  /** An element whose style names something that is no picture, such as a filter beside a gradient, shows what it has. */
  function showNone(shower: Shower): void {
    if (shower instanceof HTMLImageElement) return
    decided.set(shower, '')
    show(shower)
  }

  async function lookNow(shower: Shower, url: string): Promise<PictureResult> {
    const result = await inTime(look(shower, url, wire), patienceMs, unknown)
    // When it takes too long, nobody has answered.
    if (waits && result !== unknown) due.spare(result.sparing === true)
    return result
  }
  /** Null when it is not due any more as its turn comes. */
  const lookAt = async (shower: Shower, url: string): Promise<PictureResult | null> =>
    isVector(url) ? fine : ask(url, async () => (due.isDue(shower) ? lookNow(shower, url) : null))

  async function judge(shower: Shower): Promise<void> {
    const shown = shownBy(shower)
    if (decided.get(shower) === shown) return
    decided.set(shower, shown)
    const urls = addressesOf(shower)
    const results =
      urls.length > mostBackgrounds ? [unchecked] : await Promise.all(urls.map((url) => lookAt(shower, url)))
    // Meanwhile it may show another one, which is judged for itself.
    if (shownBy(shower) !== shown) return
    const looked = results.filter((result) => result !== null)
    if (looked.length < results.length) {
      decided.delete(shower)
      // It may have come back into view meanwhile, when it still counted as being looked at.
      return consider(shower)
    }
    const against = againstAll(looked)
    if (against === null) return show(shower)
    marks.give(shower, 'kept')
    covers.put(shower, against.why, against.mayReveal, () => show(shower))
  }

  const due = watchDue(consider)
  const grown = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (isSmall(contentRect.width, contentRect.height)) continue
      grown.unobserve(target)
      // It was let be as small as it was.
      marks.give(target, null)
      consider(target as Shower)
    }
  })

  function consider(shower: Shower): void {
    if (shownBy(shower) === '') return showNone(shower)
    if (shower instanceof HTMLImageElement) {
      // Its `load` brings it here again.
      if (!shower.complete) return
      if (isSmall(shower.naturalWidth, shower.naturalHeight)) return show(shower)
    }
    const { width, height } = shower.getBoundingClientRect()
    if (width > 0 && isSmall(width, height)) {
      show(shower)
      grown.observe(shower)
      return
    }
    if (due.isDue(shower)) void judge(shower)
  }

  findShowers(view, marks, (shower, isReplaced) => {
    if (isReplaced || (decided.has(shower) && decided.get(shower) !== shownBy(shower))) {
      decided.delete(shower)
      covers.remove(shower)
      marks.give(shower, null)
    }
    due.follow(shower)
  })
}

/** Reads the pixels where the page may have them, and leaves it to the extension to fetch the picture where not. */
async function look(shower: Shower, url: string, wire: PictureWire): Promise<PictureResult> {
  // What an element or a video brings along in its style or as its still, only the page can read.
  const isBrought = /^(?:data|blob):/i.test(url)
  // What cannot be loaded is not let through: it counts as unreadable below.
  const readable =
    shower instanceof HTMLImageElement ? shower : isBrought ? await loaded(url).catch(() => null) : null
  const isTooLarge = readable !== null && readable.naturalWidth * readable.naturalHeight > mostPixels
  const isOwn = isBrought || url.startsWith(`${location.origin}/`)
  // Pixels that the page may not have, or a damaged picture: the extension may still fetch it.
  const pixels = readable === null || isTooLarge || !isOwn ? null : await pixelsOf(readable).catch(() => null)
  const picture: SentPicture | null = pixels !== null ? { pixels } : /^https?:/i.test(url) ? { url } : null
  if (picture === null) throw new Error('it cannot be read')
  // A worker that is replaced in between gives no answer: the next message wakes another.
  return wire.askPicture(picture, 'shown').catch(() => wire.askPicture(picture, 'shown'))
}

/** An image of our own with this address. Rejects when the page may not show it. */
function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('it cannot be shown')))
    image.src = url
  })
}

/** What the pictures of one element come to: why it stays covered, or null. To reveal one is to reveal all, so each must allow it. */
export function againstAll(
  results: readonly PictureResult[],
): { why: 'kept' | 'unknown'; mayReveal: boolean } | null {
  const against = results.filter(({ result }) => result !== 'fine')
  if (against.length === 0) return null
  return {
    why: against.some(({ result }) => result === 'kept') ? 'kept' : 'unknown',
    mayReveal: against.every(({ mayReveal }) => mayReveal),
  }
}
