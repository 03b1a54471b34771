import type { Band } from '#shared/domain/audience.ts'
import type { TraceStep } from '#shared/domain/decision.ts'

const young = new Set<Band>(['eyfs-y2', 'y3-y6'])

/** A decision's trace as its block screen shows it: the youngest are told that a page's words were harmful, and spared the words. */
export const shownTrace = (trace: readonly TraceStep[], band: Band): readonly TraceStep[] =>
  young.has(band)
    ? trace.map((step) =>
        step.from === 'page text'
          ? { ...step, found: step.found.replace(/^“.*”(?= is )/su, 'what it says') }
          : step,
      )
    : trace
