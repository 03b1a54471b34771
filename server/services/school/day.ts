import type { EpochMs } from '#shared/base/fields.ts'
import { localMoment } from '#shared/policy/schedule.ts'

/** When the school's today began. On the two days a year when clocks change it may be one hour out. */
export const dayStartedAt = (now: EpochMs, timeZone: string): EpochMs =>
  now - localMoment(now, timeZone).minute * 60_000 - (now % 60_000)
