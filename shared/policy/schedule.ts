import type { EpochMs } from '../base/fields.ts'
import type { Period } from '../domain/period.ts'
import type { Schedule } from '../domain/policy.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

/** ISO weekday (1 Monday to 7) and minute of the day in a time zone. An unknown zone counts as UTC. */
export function localMoment(at: EpochMs, timeZone: string): { weekday: number; minute: number } {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const weekday = weekdays.indexOf(parts.get('weekday') ?? '') + 1
  return { weekday, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
}

/** The period a moment falls in: an open lesson comes first, then the school day. */
export function periodAt(at: EpochMs, schedule: Schedule, lessonOpen: boolean): Period {
  if (lessonOpen) return 'lesson'
  const { weekday, minute } = localMoment(at, schedule.timeZone)
  const inSchool = schedule.days.some(
    (day) => day.weekday === weekday && minute >= day.startsMinute && minute < day.endsMinute,
  )
  return inSchool ? 'school-day' : 'out-of-hours'
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
