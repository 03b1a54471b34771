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

/** Tells the tabs in front; all of them when none of those can hear. */
export async function tellTabsInFront(order: PageOrder): Promise<void> {
  const tell = async (tabs: readonly { id?: number | undefined }[]): Promise<boolean> => {
    const heard = await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [tellTab(id, order)])))
    return heard.includes(true)
  }
  if (!(await tell(await browser.tabs.query({ active: true })))) await tell(await browser.tabs.query({}))
}
