import type { Figures } from '../figures.ts'
import type { Outcome } from './compare.ts'
import type { CacheState } from './orders.ts'
import type { QuestionKind } from './questions.ts'

/** A contender's medians, each divided by the yardstick's in the same run. Null where one of the two is missing. */
export interface Ratios {
  readonly build: number | null
  readonly bytes: number | null
  readonly load: number | null
  readonly resident: number | null
  readonly nanos: Readonly<Record<CacheState, Readonly<Record<QuestionKind, number | null>>>>
}

/** @param yardstick ours for most purposes, the floor for what a lookup costs */
export function ratiosOf(outcome: Outcome, yardstick: Outcome | undefined): Ratios {
  const by = (pick: (outcome: Outcome) => Figures | undefined): number | null =>
    ratio(pick(outcome)?.median, yardstick && pick(yardstick)?.median)
  const kinds = (caches: CacheState): Ratios['nanos'][CacheState] => ({
    hit: by(({ nanos }) => nanos[caches]?.hit),
    miss: by(({ nanos }) => nanos[caches]?.miss),
    mix: by(({ nanos }) => nanos[caches]?.mix),
  })
  return {
    build: by(({ buildCpuMs }) => buildCpuMs),
    bytes: ratio(outcome.bytes, yardstick?.bytes),
    load: by(({ loadCpuMs }) => loadCpuMs),
    resident: by(({ residentBytes }) => residentBytes),
    nanos: { hot: kinds('hot'), cold: kinds('cold') },
  }
}

const ratio = (value: number | undefined, yardstick: number | undefined): number | null =>
  value === undefined || !yardstick ? null : Number((value / yardstick).toFixed(2))
