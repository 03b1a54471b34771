import type { Device, Tabs } from '#extension/background/ports.ts'

/** A site that takes the parameter out of its address again is asked no more often than this, or its tab would load for ever. */
const mostTimes = 3
const withinMs = 60_000

/** Takes a tab to the safe form of a search that it shows. */
export type Steer = (tabId: number, url: string) => Promise<void>

/**
 * Safe search for what never was a request that could be rewritten: a search by pushState, a results page answered by the engine's own
 * service worker, every search where requests cannot be held.
 * @param now epoch milliseconds
 */
export function createSteering(
  device: Pick<Device, 'safely'>,
  tabs: Pick<Tabs, 'go'>,
  now: () => number,
): Steer {
  const sent = new Map<number, { url: string; times: number; since: number }>()
  return async (tabId, url) => {
    const safe = device.safely(url)
    if (safe === null) return
    const before = sent.get(tabId)
    const isAgain = before !== undefined && before.url === safe && now() - before.since < withinMs
    const times = isAgain ? before.times + 1 : 1
    if (times > mostTimes) return
    sent.set(tabId, { url: safe, times, since: isAgain ? before.since : now() })
    if (sent.size > 500) sent.delete(sent.keys().next().value ?? tabId)
    await tabs.go(tabId, safe)
  }
}
