import { setTimeout as wait } from 'node:timers/promises'
import type { RawTab } from '../browser/raw-tab.ts'
import type { RawBrowser } from '../browser/raw.ts'
import { until } from '../browser/until.ts'
import type { SiteServer } from '../sites/site-server.ts'

/** True for the block page of an address (any, without `of`). */
export const isBlockPage = (url: string, of = ''): boolean =>
  url.startsWith('chrome-extension://') && url.includes('/blocked.html') && url.includes(of)

/** Waits until the school's own lists stand on the device, and forgets what reached the sites before. */
export async function waitForListed(
  browser: RawBrowser,
  sites: SiteServer,
  url = 'http://bad.test/ready',
): Promise<void> {
  await until(
    `${url} to be blocked`,
    async () => {
      const tab = await browser.open(url)
      // A new tab bears the address that it was asked for before anything has judged it.
      const isBlocked = await tab.waitForUrl(isBlockPage, 1000).then(
        () => true,
        () => false,
      )
      await tab.close()
      return isBlocked
    },
    { everyMs: 200, timeoutMs: 60_000 },
  )
  sites.clear()
}

/** Waits until a tab shows the block page for an address. */
export const waitForBlock = (tab: RawTab, of: string, timeoutMs?: number): Promise<string> =>
  tab.waitForUrl((url) => isBlockPage(url, of), timeoutMs)

/** Stops the worker. What a tab has just done would wake it again at once, so it gets a moment to be over. */
export async function putToSleep(browser: RawBrowser): Promise<void> {
  await wait(1000)
  await browser.killWorker()
}
