import { whenIdle } from './idle.ts'
import { shadowOf } from './shadows.ts'

/** So many elements between two looks at the clock. */
const elementsInARow = 32

/** Looks through a part of a document for shadow roots; answers how many elements it has. One part after the other, in slices of idle time. */
export type ShadowSearch = (part: Node) => Promise<number>

/** @param opened called for each root that is met, however often */
export function createShadowSearch(
  view: Window & typeof globalThis,
  opened: (root: ShadowRoot) => void,
): ShadowSearch {
  let isOut = (): boolean => true
  let met = 0
  let last: Promise<unknown> = Promise.resolve()

  async function lookThrough(part: Node): Promise<number> {
    const before = met
    // A page that changes meanwhile may end the walk: whoever changes it is looked at again.
    const walk = view.document.createTreeWalker(part, view.NodeFilter.SHOW_ELEMENT)
    for (let node: Node | null = part; node !== null; node = walk.nextNode()) {
      if (met % elementsInARow === 0 && isOut()) isOut = await whenIdle(view)
      met += 1
      const root = node instanceof HTMLElement ? shadowOf(node) : null
      if (root !== null) opened(root)
    }
    return met - before
  }

  return (part) => {
    const looked = last.then(() => lookThrough(part))
    last = looked
    return looked
  }
}
