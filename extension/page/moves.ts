/** How often an address is looked at. */
const lookEveryMs = 500

/** Notices where a document goes without a load, for a browser that does not tell the extension of `pushState` (Safari). */
export function lookForMoves(view: Window, moved: () => Promise<unknown>): void {
  if (view !== view.top) return
  let last = view.location.href
  view.setInterval(() => {
    if (view.location.href === last) return
    last = view.location.href
    // The next move, or the next words of the page, wake a worker that was being replaced.
    moved().catch(() => undefined)
  }, lookEveryMs)
}
