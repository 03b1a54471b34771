import type { Noticing } from './noticing.ts'
import type { Tab, Tabs } from './ports.ts'

/**
 * Judges every open tab again: a change of policy, lists, lesson or lock says nothing to the gates about what is open already.
 * A blocked tab whose page is allowed now opens it by itself.
 */
export function createSweeping({ tabs, noticing }: { tabs: Tabs; noticing: Noticing }): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false

  async function judgeTab(tab: Tab): Promise<void> {
    const blocked = tabs.blockedAddress(tab)
    const url = blocked ?? tab.url
    const { decision } = noticing.judge({
      url,
      kind: blocked === null ? 'page' : 'resource',
      tabId: tab.id,
      cause: 'judged-again',
    })
    if (blocked === null && decision.action !== 'allow') await tabs.block(tab.id, url)
    if (blocked !== null && decision.action === 'allow') await tabs.go(tab.id, url)
  }

  async function sweep(): Promise<void> {
    do {
      again = false
      // A tab that closes meanwhile is no failure of the others.
      await Promise.allSettled((await tabs.all()).map(judgeTab))
    } while (again)
  }

  return () => {
    again = running !== null
    running ??= sweep().finally(() => {
      running = null
    })
    return running
  }
}
