import type { PageOrder } from '#shared/protocol/page.ts'
import { browser } from './browser.ts'

/** Tells every frame of a tab. False when nobody is there to hear it, as in the browser's own pages. */
export async function tellTab(tabId: number, order: PageOrder): Promise<boolean> {
  return browser.tabs.sendMessage(tabId, order).then(
    () => true,
    () => false,
  )
}

/** Tells one frame and brings its answer; null when nobody is there to hear it. */
export const tellFrame = (tabId: number, frameId: number, order: PageOrder): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, order, { frameId }).catch(() => null)

/**
 * Shows something over a frame's page. What shows it is brought in the first time: most pages never need it. False when nobody is there, as
 * in a frame that is gone and in the browser's own pages.
 */
export async function showInFrame(tabId: number, frameId: number, order: PageOrder): Promise<boolean> {
  const answer = await tellFrame(tabId, frameId, order)
  if (answer === null || answer === true) return answer === true
  // A screen of ours shows it by itself and lets no script in.
  const target = { tabId, frameIds: [frameId] }
  const isBrought = await browser.scripting.executeScript({ target, files: ['/nudge.js'] }).then(
    () => true,
    () => false,
  )
  if (isBrought) await tellFrame(tabId, frameId, order)
  return true
}

/** Shows something over the tabs in front; over of them when none of those can. */
export async function showInFront(order: PageOrder): Promise<void> {
  const tell = async (tabs: readonly { id?: number | undefined }[]): Promise<boolean> => {
    const heard = await Promise.all(
      tabs.flatMap(({ id }) => (id === undefined ? [] : [showInFrame(id, 0, order)])),
    )
    return heard.includes(true)
  }
  if (!(await tell(await browser.tabs.query({ active: true })))) await tell(await browser.tabs.query({}))
}
