import type { EpochMs } from '../base/fields.ts'
import { type ClockStretch, type LocalMoment, momentWithin } from '../domain/clock-stretch.ts'
import type { Period } from '../domain/period.ts'
import type { Schedule } from '../domain/policy.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const week = 7 * 1440
const formats = new Map<string, Intl.DateTimeFormat>()

/** No zone changes its clocks twice within this: the shortest summer time known lasted for weeks. */
const stepMs = 6 * 3_600_000
const stepsAhead = 40

/**
 * ISO weekday and minute of the day in a time zone. An unknown zone counts as UTC.
 * @param known what is known of the zone's clocks already; the answer is the same without it
 */
export function localMoment(at: EpochMs, timeZone: string, known: ClockStretch | null = null): LocalMoment {
  return (known && momentWithin(known, at, timeZone)) ?? askPlatform(at, timeZone)
}

function askPlatform(at: EpochMs, timeZone: string): LocalMoment {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const weekday = weekdays.indexOf(parts.get('weekday') ?? '') + 1
  return { weekday, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
}

/** The period a moment falls in: an open lesson comes first, then the school day. */
export function periodAt(
  at: EpochMs,
  schedule: Schedule,
  lessonOpen: boolean,
  known: ClockStretch | null = null,
): Period {
  if (lessonOpen) return 'lesson'
  const { weekday, minute } = localMoment(at, schedule.timeZone, known)
  const inSchool = schedule.days.some(
    (day) => day.weekday === weekday && minute >= day.startsMinute && minute < day.endsMinute,
  )
  return inSchool ? 'school-day' : 'out-of-hours'
}

/** The next ten days of a zone's clocks, or what there is of them until they are changed. */
export function clockStretch(from: EpochMs, timeZone: string): ClockStretch {
  const aheadMinutes = minutesAhead(from, timeZone)
  let until = from
  for (let step = 0; step < stepsAhead; step++) {
    if (minutesAhead(until + stepMs, timeZone) !== aheadMinutes) break
    until += stepMs
  }
  return { timeZone, from, until, aheadMinutes }
}

/** How many minutes a zone's clocks are ahead of UTC. Weeks come round, so what is more than half of one ahead is behind. */
function minutesAhead(at: EpochMs, timeZone: string): number {
  const inWeek = ({ weekday, minute }: LocalMoment): number => weekday * 1440 + minute
  const ahead = (inWeek(askPlatform(at, timeZone)) - inWeek(askPlatform(at, 'UTC')) + week) % week
  return ahead > week / 2 ? ahead - week : ahead
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = makeFormat(timeZone)
  formats.set(timeZone, made)
  return made
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const parts = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' })
  }
}
