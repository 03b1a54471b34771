import { randomUUID } from 'node:crypto'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { Severity } from '#shared/domain/severity.ts'

const decision = {
  action: 'block',
  reason: 'category',
  category: 'gambling',
  categories: ['gambling'],
  flag: 1,
  trace: [{ from: 'starter 1', found: 'bet.example is gambling' }],
} as const

/** A flag for gambling, with words and a full address. */
export function makeFlag(severity: Severity, at = Date.now(), id: string = randomUUID()) {
  const flag = {
    id,
    at,
    category: 'gambling',
    severity,
    cause: 'search',
    url: 'https://bet.example/odds?q=secret',
    title: 'Odds',
    words: 'the secret words',
    decision: { ...decision, categories: [...decision.categories], trace: [...decision.trace] },
  } as const
  return { kind: 'flag.raised', flag } satisfies DeviceEventBody
}

/** A report to an adult, the safeguarding team when nobody is named. */
export function makeReport(adult = 'safeguarding-team', words = 'I feel unsafe', id: string = randomUUID()) {
  const report = { id, at: Date.now(), kind: 'upset', words, about: null, adult } as const
  return { kind: 'report.filed', report } satisfies DeviceEventBody
}

/** A request for a site. */
export function makeRequest(
  host = 'games.example',
  category: 'games' | 'pornography' = 'games',
  id: string = randomUUID(),
) {
  const request = { id, at: Date.now(), url: `https://${host}/`, host, category, words: 'please' } as const
  return { kind: 'request.made', request } satisfies DeviceEventBody
}

/** A line of the accountability log. */
export function makeBlockedPage(host = 'bet.example') {
  const page = { host, category: 'gambling', action: 'block', reason: 'category' } as const
  return { kind: 'page.blocked', page } satisfies DeviceEventBody
}
