import type { Tab, Tabs } from '#extension/background/ports.ts'
import { titleOf } from './sites.ts'

const blockPage = 'lapwing:blocked#'

/** A browser with one window of tabs and nothing in them: what a device sees of one. */
export interface SimulatedTabs extends Tabs {
  /** Shows a page in the tab in front, or what stands in its way. */
  show(url: string): Promise<void>
  current(): Tab
}

/** @param shown told when the tab in front shows something else */
export function createTabs(shown: () => void): SimulatedTabs {
  let open: Tab[] = [{ id: 1, url: 'about:blank', title: null }]
  let front = 1
  let lastId = 1
  const current = (): Tab =>
    open.find(({ id }) => id === front) ?? { id: front, url: 'about:blank', title: null }
  const go = async (tabId: number, url: string): Promise<void> => {
    open = open.map((tab) => (tab.id === tabId ? { id: tabId, url, title: titleOf(url) } : tab))
    shown()
  }
  return {
    current,
    show: (url) => go(front, url),
    all: async () => open,
    active: async () => current(),
    block: (tabId, url) => go(tabId, blockPage + url),
    go,
    back: (tabId) => go(tabId, 'about:blank'),
    async open(url) {
      lastId += 1
      // A pupil's window that keeps every tab a teacher ever opened would grow without end.
      open = [...open.slice(-4), { id: lastId, url, title: titleOf(url) }]
      front = lastId
      shown()
    },
    order: async () => undefined,
    blockedAddress: ({ url }) => (url.startsWith(blockPage) ? url.slice(blockPage.length) : null),
  }
}
