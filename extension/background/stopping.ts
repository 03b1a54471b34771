import type { Core } from './core.ts'
import { readyInTime } from './judging.ts'
import type { Asker, Tabs, Timers } from './ports.ts'

/** Judges the page of an asker; blocks its tab when it may not be there. True when the asker must stop. */
export type Stopping = (asker: Asker) => Promise<boolean>

export function createStopping(deps: {
  core: Pick<Core, 'judging' | 'noticing'>
  timers: Timers
  tabs: Tabs
}): Stopping {
  const { timers, tabs } = deps
  const { judging, noticing } = deps.core

  return async ({ url, isTop, tabId, title }) => {
    await readyInTime(judging, timers, url)
    const subject = {
      url,
      kind: isTop ? 'page' : 'frame',
      tabId: tabId ?? -1,
      cause: isTop ? 'asked' : 'unasked',
    } as const
    const { decision } = noticing.judge(subject, title)
    if (decision.action === 'allow') return false
    if (isTop && tabId !== null) await tabs.block(tabId, url)
    return true
  }
}
