import * as v from 'valibot'
import { EpochMs } from '../base/fields.ts'

/**
 * A stretch of time, from `from` until just before `until`, in which the clocks of a time zone go evenly, `aheadMinutes` ahead of
 * UTC. Asking a platform for a zone the first time takes longer than everything else of a decision; this spares a device that
 * has just woken from asking.
 */
export const ClockStretch = v.strictObject({
  timeZone: v.string(),
  from: EpochMs,
  until: EpochMs,
  aheadMinutes: v.pipe(v.number(), v.integer()),
})
export type ClockStretch = v.InferOutput<typeof ClockStretch>

/** A place in the week of some zone: ISO weekday (1 Monday to 7) and minute of the day. */
export interface LocalMoment {
  readonly weekday: number
  readonly minute: number
}

/** What the clocks of a stretch show; null for a moment or a zone that it does not cover. */
export function momentWithin(stretch: ClockStretch, at: EpochMs, timeZone: string): LocalMoment | null {
  if (timeZone !== stretch.timeZone || at < stretch.from || at >= stretch.until) return null
  const minutes = Math.floor(at / 60_000) + stretch.aheadMinutes
  const days = Math.floor(minutes / 1440)
  // The first of January 1970 was a Thursday.
  return { weekday: ((((days + 3) % 7) + 7) % 7) + 1, minute: minutes - days * 1440 }
}
