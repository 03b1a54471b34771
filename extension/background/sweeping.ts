import { type Judging, readyInTime } from './judging.ts'
import type { Noticing } from './noticing.ts'
import type { Tab, Tabs, Timers } from './ports.ts'

/**
 * Judges every open tab again: a change of policy, lists, lesson or lock says nothing to the gates about what is open already.
 * A blocked tab whose page is allowed now opens it by itself.
 */
export function createSweeping(deps: {
  tabs: Tabs
  judging: Judging
  timers: Timers
  noticing: Noticing
}): () => Promise<void> {
  const { tabs, judging, timers, noticing } = deps
  let running: Promise<void> | null = null
  let again = false

  async function judgeTab(tab: Tab): Promise<void> {
    const blocked = tabs.blockedAddress(tab)
    const url = blocked ?? tab.url
    if (judging.ready(url) !== null) await readyInTime(judging, timers, url)
    const subject = { url, kind: 'page', tabId: tab.id, cause: 'judged-again' } as const
    // What stands blocked already is in the log already.
    const { decision } = blocked === null ? noticing.judge(subject) : judging.judge(url, null)
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
