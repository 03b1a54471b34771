import type { Tab, Tabs } from '#extension/background/ports.ts'
import { blockedAddressOf, blockPageFor, isOurs } from './block-page.ts'
import { browser } from './browser.ts'
import { showInFront, tellTab } from './orders.ts'

/** A page that fights gets this long to leave before it loses its tab. */
const leaveWithinMs = 800
/** A page that has veiled itself shows nothing any more: a busy machine gets the time it needs, and the pupil keeps the tab with its history. */
const veiledLeaveWithinMs = 8000
const lookEveryMs = 50
/** A hung page cannot answer; nobody waits for it. */
const orderPatienceMs = 150

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs))

type BrowserTab = Awaited<ReturnType<typeof browser.tabs.get>>

const tabOf = ({ id, url, pendingUrl, title }: BrowserTab): Tab[] =>
  id === undefined ? [] : [{ id, url: url ?? pendingUrl ?? '', title: title ?? null }]

const blocking = new Map<number, string>()

export const tabs: Tabs = {
  all: async () => (await browser.tabs.query({})).flatMap(tabOf),
  async active() {
    const front = (await browser.tabs.query({ active: true, lastFocusedWindow: true })).at(0)
    return front === undefined ? null : (tabOf(front).at(0) ?? null)
  },
  async block(tabId, url) {
    if (blocking.get(tabId) === url) return
    blocking.set(tabId, url)
    try {
      await replacePage(tabId, url)
    } finally {
      blocking.delete(tabId)
    }
  },
  async go(tabId, url) {
    await browser.tabs.update(tabId, { url })
  },
  async back(tabId) {
    // A tab that was opened for the blocked page has nowhere to go back to.
    await browser.tabs.goBack(tabId).catch(() => browser.tabs.update(tabId, { url: 'about:blank' }))
  },
  async open(url) {
    await browser.tabs.create({ url, active: true })
  },
  order: showInFront,
  blockedAddress: ({ url }) => blockedAddressOf(url),
}

/** Each step was measured against pages that hang, loop over alerts or hold on with `beforeunload`; the last one beat all of them. */
async function replacePage(tabId: number, url: string): Promise<void> {
  const target = blockPageFor(url)
  let isVeiled = false
  const told = tellTab(tabId, { type: 'stop' }).then((heard) => {
    isVeiled = heard
  })
  await Promise.race([told, pause(orderPatienceMs)])
  const tab = await browser.tabs.get(tabId).catch(() => null)
  // It left by itself, or another gate was faster.
  if (tab === null || isOurs(tab.url ?? '')) return
  await browser.tabs.update(tabId, { url: target }).catch(() => undefined)
  const since = Date.now()
  while (Date.now() - since < (isVeiled ? veiledLeaveWithinMs : leaveWithinMs)) {
    const now = await browser.tabs.get(tabId).catch(() => null)
    if (now === null || isOurs(now.url ?? '')) return
    await pause(lookEveryMs)
  }
  await takeTabAway(tab, tabId, target)
}

async function takeTabAway(tab: BrowserTab, tabId: number, target: string): Promise<void> {
  const windowId = tab.windowId === undefined ? {} : { windowId: tab.windowId }
  // A private window cannot show our pages: the block page opens in an ordinary one, and the tab goes all the same.
  await browser.tabs
    .create({ url: target, active: true, index: tab.index, ...windowId })
    .catch(() => browser.tabs.create({ url: target, active: true }))
  // The browser refuses to discard a tab in front, so the new one comes first. Safari cannot discard at all.
  const discarded =
    'discard' in browser.tabs ? await browser.tabs.discard(tabId).catch(() => undefined) : undefined
  await browser.tabs.remove(idOf(discarded) ?? tabId).catch(() => undefined)
}

/** Some versions give a discarded tab another id. */
const idOf = (tab: unknown): number | undefined =>
  typeof tab === 'object' && tab !== null && 'id' in tab && typeof tab.id === 'number' ? tab.id : undefined
