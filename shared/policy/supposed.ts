import type { EpochMs } from '../base/fields.ts'
import type { FlagCause } from '../domain/flag.ts'
import type { Period } from '../domain/period.ts'
import type { Schedule } from '../domain/policy.ts'
import { openScene, type Scene } from '../domain/scene.ts'
import type { Moment } from './decide.ts'

/** A schedule in which any moment outside lessons falls into the period asked for. */
export function supposedSchedule(period: Period): Schedule {
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 0, endsMinute: 1440 }))
  return { timeZone: 'UTC', days: period === 'school-day' ? everyDay : [] }
}

/** A moment in a period, under its `supposedSchedule`: nothing is locked, opened or gone on to. */
export const supposedMoment = (
  period: Period,
  cause: FlagCause,
  at: EpochMs,
  scene: Scene = openScene,
): Moment => ({
  at,
  lesson: period === 'lesson' ? { id: 'supposed', watchedBy: 'nobody', endsAt: at + 3_600_000, scene } : null,
  lock: null,
  grants: [],
  wentOn: [],
  cause,
})
