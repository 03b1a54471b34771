import { browser } from './browser.ts'

/** Takes a blocked site's own service worker away, with the pages it keeps: its next page comes over the network, where it is held. */
export async function forgetServiceWorkers(url: string): Promise<void> {
  if (!('browsingData' in browser) || !/^https?:/i.test(url)) return
  const origins = [new URL(url).origin]
  // Chromium takes `origins`, which the shared types do not know.
  const only = { origins } as unknown as Parameters<typeof browser.browsingData.remove>[0]
  await browser.browsingData.remove(only, { serviceWorkers: true, cacheStorage: true } as object)
}
