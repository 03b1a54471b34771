import type { Device, Tabs } from '#extension/background/ports.ts'
import { isOurs } from '../block-page.ts'
import { browser } from '../browser.ts'
import { forgetServiceWorkers } from '../service-workers.ts'
import { createSteering } from './steering.ts'

interface Moved {
  readonly tabId: number
  readonly frameId: number
  readonly url: string
}

/** A page that the request gate judged this recently came over the network, not out of a service worker. */
const seenForMs = 60_000

/** What the request gate has seen: tab by tab the last page. */
export interface SeenPages {
  note(tabId: number, url: string): void
  has(tabId: number, url: string): boolean
}

/** @param now epoch milliseconds */
export function createSeenPages(now: () => number): SeenPages {
  const pages = new Map<number, { url: string; at: number }>()
  return {
    note(tabId, url) {
      pages.set(tabId, { url, at: now() })
      if (pages.size > 500) pages.delete(pages.keys().next().value ?? tabId)
    },
    has(tabId, url) {
      const page = pages.get(tabId)
      return page !== undefined && page.url === url && now() - page.at < seenForMs
    },
  }
}

/**
 * The navigation gate: what never was a request. Pages answered by a site's own service worker, restored from the back-forward
 * cache, prerendered before they were blocked, moved by pushState; `data:` and `file:` pages; everything where requests cannot be held.
 */
export function guardNavigation(device: Device, tabs: Tabs, seen: SeenPages, holdsRequests: boolean): void {
  const navigation = browser.webNavigation
  const steer = createSteering(device, tabs, () => Date.now())

  const judge = async ({ tabId, frameId, url }: Moved): Promise<boolean> => {
    if (isOurs(url)) return true
    if (!device.isReady(url)) await device.readyInTime(url)
    const kind = frameId === 0 ? 'page' : 'frame'
    const cause = frameId === 0 ? 'asked' : 'unasked'
    return device.judge({ url, kind, tabId, cause }).decision.action === 'allow'
  }
  const enforce = async (moved: Moved): Promise<boolean> => {
    const isAllowed = await judge(moved)
    if (!isAllowed && moved.frameId === 0) await tabs.block(moved.tabId, moved.url)
    if (moved.frameId === 0) device.look()
    return isAllowed
  }

  const enforceSafely = async (moved: Moved): Promise<boolean> => {
    const isAllowed = await enforce(moved)
    if (isAllowed && moved.frameId === 0) await steer(moved.tabId, moved.url)
    return isAllowed
  }

  navigation.onBeforeNavigate.addListener((moved) => {
    const isRequest = holdsRequests && /^https?:/i.test(moved.url)
    // The request gate answers the same navigation in the same moment; acting twice would load our page twice.
    void (isRequest ? judge(moved) : enforce(moved))
  })
  navigation.onCommitted.addListener((moved) => {
    const fromServiceWorker = /^https?:/i.test(moved.url) && !seen.has(moved.tabId, moved.url)
    void enforceSafely(moved).then((isAllowed) =>
      !isAllowed && fromServiceWorker ? forgetServiceWorkers(moved.url) : undefined,
    )
  })
  navigation.onHistoryStateUpdated?.addListener((moved) => void enforceSafely(moved))
  navigation.onReferenceFragmentUpdated.addListener((moved) => void enforce(moved))
  navigation.onTabReplaced?.addListener(({ tabId }) => {
    void browser.tabs.get(tabId).then(({ url }) => enforce({ tabId, frameId: 0, url: url ?? '' }))
  })
}
