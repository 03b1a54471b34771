import { readAddress } from '#shared/domain/address.ts'
import type { FiledReport } from '#shared/domain/report.ts'
import type { MadeRequest } from '#shared/domain/request.ts'
import type { Filed, RequestOf } from '#shared/protocol/page.ts'
import type { SchoolClock } from './clock.ts'
import { type Judging, readyInTime } from './judging.ts'
import type { Kept } from './kept.ts'
import type { Filing, Outbox } from './outbox.ts'
import type { Cancel, Timers } from './ports.ts'
import { shortTitle, shortUrl } from './shortening.ts'

/** How long a screen waits for the school before it says "it waits on this device". */
const patienceMs = 1500
const mostAsked = 100

export interface Reporting {
  /** @param title the page's title as the browser has it */
  report(request: RequestOf<'report.file'>, title: string | null): Promise<Filed>
  request(request: RequestOf<'request.make'>): Promise<Filed>
}

/** What a pupil tells or asks. Durable on the device before the screen hears anything. */
export function createReporting(deps: {
  outbox: Outbox
  kept: Kept
  judging: Judging
  clock: SchoolClock
  timers: Timers
  newId: () => string
}): Reporting {
  const { outbox, kept, judging, clock, timers, newId } = deps

  async function stateOf({ kept: durable }: Filing): Promise<Filed['state']> {
    let cancel: Cancel = () => undefined
    const late = new Promise<'stored'>((resolve) => {
      cancel = timers.after(patienceMs, () => resolve('stored'))
    })
    const state = await Promise.race([durable.then(() => 'sent' as const), late])
    cancel()
    return state
  }

  return {
    async report({ kind, words, adult, url }, title) {
      if (url !== null) await readyInTime(judging, timers, url)
      const about =
        url === null
          ? null
          : {
              url: shortUrl(url),
              title: shortTitle(title),
              category: judging.judge(url, null).decision.category,
            }
      const report: FiledReport = { id: newId(), at: clock.now(), kind, words, about, adult }
      const filing = await outbox.put({ kind: 'report.filed', report })
      return { id: report.id, state: await stateOf(filing) }
    },
    async request({ url, words }) {
      await readyInTime(judging, timers, url)
      const { verdict, decision } = judging.judge(url, null)
      const host = verdict.host.slice(0, 253)
      const request: MadeRequest = {
        id: newId(),
        at: clock.now(),
        url: shortUrl(url),
        host,
        category: decision.category,
        words,
      }
      const filing = await outbox.put({ kind: 'request.made', request })
      const others = kept.get('asked').filter(({ site }) => site !== host)
      const asked = { id: request.id, site: host, at: request.at, status: 'waiting', reply: null } as const
      await kept.set('asked', [...others, asked].slice(-mostAsked))
      return { id: request.id, state: await stateOf(filing) }
    },
  }
}

/** The site of an address as a person names it: the host without `www.`. */
export const siteOf = (url: string): string =>
  (readAddress(url)?.host ?? '').replace(/^www\./, '').slice(0, 253)
