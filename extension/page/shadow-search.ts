import { whenIdle } from './idle.ts'
import { shadowOf } from './shadows.ts'

/** So many elements between two looks at the clock. */
const elementsInARow = 32
/** Shadows come without a word: whoever changes a page is looked at once more after this long. */
const againMs = 700
/** Each element that was looked at then keeps the next look waiting, so that a large page that never rests is not looked at all the time. */
const againMsForEach = 0.02

/** Looks for shadow roots in slices of idle time, one part of a page after the other. */
export interface ShadowSearch {
  /** Looks through what is new. */
  through(part: Node): void
  /** Looks through everything once more, in a while. */
  againSoon(): void
}

/**
 * @param roots what there is to be looked through; those that are gone are taken out
 * @param opened called for each root that is met, however often
 */
export function createShadowSearch(
  view: Window & typeof globalThis,
  roots: Set<Document | ShadowRoot>,
  opened: (root: ShadowRoot) => void,
): ShadowSearch {
  let isOut = (): boolean => true
  let met = 0
  let last: Promise<unknown> = Promise.resolve()
  let state: 'resting' | 'planned' | 'looking' = 'resting'
  let isChanged = false
  let elements = 0

  async function lookThrough(part: Node): Promise<void> {
    // A page that changes meanwhile may end the walk: whoever changes it is looked at again.
    const walk = view.document.createTreeWalker(part, view.NodeFilter.SHOW_ELEMENT)
    for (let node: Node | null = part; node !== null; node = walk.nextNode()) {
      if (met % elementsInARow === 0 && isOut()) isOut = await whenIdle(view)
      met += 1
      const root = node instanceof HTMLElement ? shadowOf(node) : null
      if (root !== null) opened(root)
    }
  }
  function through(part: Node): Promise<unknown> {
    last = last.then(() => lookThrough(part))
    return last
  }

  function againSoon(): void {
    isChanged = true
    if (state !== 'resting') return
    state = 'planned'
    view.setTimeout(() => void again(), Math.max(againMs, elements * againMsForEach))
  }
  async function again(): Promise<void> {
    state = 'looking'
    isChanged = false
    const before = met
    for (const root of roots)
      if (root instanceof ShadowRoot && !root.isConnected) roots.delete(root)
      else await through(root)
    elements = met - before
    state = 'resting'
    if (isChanged) againSoon()
  }

  return { through: (part) => void through(part), againSoon }
}
