import { browser } from '../browser.ts'

/**
 * The page gate lives in every document from its first moment on (entrypoints/guard.ts). Documents that were open before the
 * extension was installed have none: they get it now.
 */
export async function guardPages(): Promise<void> {
  const open = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })
  const files = ['/guard.js']
  // A tab that refuses scripts, such as the browser's own shop, is no failure of the others.
  await Promise.allSettled(
    open.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files })],
    ),
  )
}
