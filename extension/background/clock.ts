import type { Kept } from './kept.ts'

/** Beyond this a device's clock is called wrong, and ICT is told. */
export const worstSkewMs = 5 * 60_000
/** Differences below this are the network's delay. */
const noiseMs = 1000

/** The school's time: what decisions, events and expiries go by, so that a pupil gains nothing by moving the clock. */
export interface SchoolClock {
  now(): number
  /** The server said what time it is. */
  heard(serverTime: number): void
}

/** @param skewed called once for each time the clock begins to be wrong, with by how much */
export function createSchoolClock(deps: {
  now: () => number
  kept: Kept
  skewed: (offsetMs: number) => void
}): SchoolClock {
  const { now, kept, skewed } = deps
  let wasWrong = false
  return {
    now: () => now() + kept.get('clockOffsetMs'),
    heard(serverTime) {
      const offset = Math.round(serverTime - now())
      if (Math.abs(offset - kept.get('clockOffsetMs')) > noiseMs) void kept.set('clockOffsetMs', offset)
      const isWrong = Math.abs(offset) > worstSkewMs
      if (isWrong && !wasWrong) skewed(offset)
      wasWrong = isWrong
    },
  }
}
