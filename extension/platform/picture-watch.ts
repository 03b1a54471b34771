import type { Asker, PictureWatch } from '#extension/background/ports.ts'
import { browser } from './browser.ts'

/** What the script in the page finds of its document's watch, in the isolated world that no page can see. */
const leaveWatch = (watch: PictureWatch): void => {
  Object.assign(globalThis, { lapwingPictures: watch })
}

/** Hidden until they are looked at: pictures, a video's still, and backgrounds that an element brings itself. Icons of lines are no photographs. */
const veil = (mark: string): string => `
  img:not([${mark}=fine], [src*=".svg" i], [src^="data:image/svg" i]), video[poster]:not([${mark}=fine]), input[type=image]:not([${mark}=fine]) { filter: blur(24px) !important; clip-path: inset(0) !important; }
  [style*="url("]:not([${mark}=fine]) { background-image: none !important; }
`
/** Where pictures are shown at once: only what was kept is hidden. */
const kept = (mark: string): string =>
  `[${mark}=kept] { filter: blur(24px) !important; clip-path: inset(0) !important; background-image: none !important; }`

/**
 * Hides the pictures of one document (done when this resolves), in the browser's own style sheet for users, which no page can overrule, and brings the script that
 * looks at them. A document that is gone meanwhile, or that lets nobody in, is left alone.
 */
export async function watchPictures(asker: Asker, watch: PictureWatch): Promise<void> {
  const { tabId, frameId = 0, documentId } = asker
  if (tabId === null) return
  const target =
    documentId === undefined ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] }
  const mark = `data-${watch.token}`
  const css = (watch.waits ? veil : kept)(mark)
  const soon = { target, injectImmediately: true }
  // The shared types do not know documents by their name, nor that a script need not wait.
  const { insertCSS, executeScript } = browser.scripting as unknown as {
    insertCSS(wanted: object): Promise<unknown>
    executeScript(wanted: object): Promise<unknown>
  }
  const hidden = insertCSS({ target, css, origin: 'USER' })
  // In their order; the answer that the page waits for needs only the first. Each fails only where a document is gone or lets nobody in.
  executeScript({ ...soon, func: leaveWatch, args: [watch] }).catch(() => undefined)
  executeScript({ ...soon, files: ['/pictures.js'] }).catch(() => undefined)
  await hidden.catch(() => undefined)
}
