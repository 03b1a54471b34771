import type { ClockStretch } from '#shared/domain/clock-stretch.ts'
import { clockStretch } from '#shared/policy/schedule.ts'
import type { Kept } from './kept.ts'
import type { Timers } from './ports.ts'

/** Beyond this a device's clock is called wrong, and ICT is told. */
export const worstSkewMs = 5 * 60_000
/** Differences below this are the network's delay. */
const noiseMs = 1000
/** A stretch of known clocks is looked up anew once a day, and then not while somebody waits for the first answer. */
const renewedAfterMs = 24 * 3_600_000
const renewedInMs = 2000

/** The school's time: what decisions, events and expiries go by, so that a pupil gains nothing by moving the clock. */
export interface SchoolClock {
  now(): number
  /** The server said what time it is. */
  heard(serverTime: number): void
  /** What the device knows of a zone's clocks without asking the platform; null while it does not, and soon it will. */
  clocksOf(timeZone: string): ClockStretch | null
}

/** @param skewed called once for each time the clock begins to be wrong, with by how much */
export function createSchoolClock(deps: {
  now: () => number
  timers: Timers
  kept: Kept
  skewed: (offsetMs: number) => void
}): SchoolClock {
  const { timers, kept, skewed } = deps
  let wasWrong = false
  let isRenewing = false
  const now = (): number => deps.now() + kept.get('clockOffsetMs')

  function renewSoon(timeZone: string): void {
    if (isRenewing) return
    isRenewing = true
    timers.after(renewedInMs, () => {
      isRenewing = false
      void kept.set('clocks', clockStretch(now(), timeZone))
    })
  }

  return {
    now,
    heard(serverTime) {
      const offset = Math.round(serverTime - deps.now())
      if (Math.abs(offset - kept.get('clockOffsetMs')) > noiseMs) void kept.set('clockOffsetMs', offset)
      const isWrong = Math.abs(offset) > worstSkewMs
      if (isWrong && !wasWrong) skewed(offset)
      wasWrong = isWrong
    },
    clocksOf(timeZone) {
      const known = kept.get('clocks')
      const isOfZone = known?.timeZone === timeZone
      const isFresh =
        isOfZone && now() >= known.from && now() < Math.min(known.until, known.from + renewedAfterMs)
      if (!isFresh) renewSoon(timeZone)
      return isOfZone ? known : null
    },
  }
}
