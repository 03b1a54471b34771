import type { Band } from '#shared/domain/audience.ts'
import { isCategoryId, traitsOf } from '#shared/domain/category.ts'
import type { TraceStep } from '#shared/domain/decision.ts'

const young = new Set<Band>(['eyfs-y2', 'y3-y6'])
/** From here on the words may be the harm themselves: a method, a call to arms, a price. */
const gravest = 3

/**
 * A decision's trace as its block screen shows it. Only staff read the words of a page whatever they are: the youngest are told that they
 * were harmful and spared them all, everybody else those of grave categories. What somebody searched for is their own.
 */
export const shownTrace = (trace: readonly TraceStep[], band: Band): readonly TraceStep[] =>
  trace.map((step) => {
    const words = step.from === 'page text' ? /^“.*” is (?<category>.+)$/su.exec(step.found) : null
    if (words === null || band === 'staff') return step
    const category = words.groups?.['category'] ?? ''
    const isGrave = !isCategoryId(category) || traitsOf(category).flag >= gravest
    return isGrave || young.has(band) ? { ...step, found: `what it says is ${category}` } : step
  })
