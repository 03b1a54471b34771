import type { Band } from '#shared/domain/audience.ts'
import { type CategoryId, traitsOf } from '#shared/domain/category.ts'
import { stepInWords } from '#shared/domain/trace-words.ts'
import { findingIn, type TraceStep } from '#shared/domain/trace.ts'
import { categoryWords } from '../words/category-words.ts'

const young = new Set<Band>(['eyfs-y2', 'y3-y6'])
/** From here on the words may be the harm themselves: a method, a call to arms, a price. */
const gravest = 3

/**
 * A decision's trace as its block screen shows it, in the words of a band; grown-ups read that of the youngest. Only staff read the words of a page
 * whatever they are: the youngest are told that they were harmful and spared them all, everybody else those of grave categories. What somebody
 * searched for is their own.
 */
export const shownTrace = (trace: readonly TraceStep[], band: Band): readonly TraceStep[] => {
  const nameOf = (id: CategoryId) => categoryWords(id, band === 'eyfs-y2' ? 'staff' : band)
  return trace.map((step) => {
    const finding = findingIn(step.found)
    const shown = stepInWords(step, nameOf)
    if (step.from !== 'page text' || finding.says !== 'is' || band === 'staff') return shown
    const isGrave = traitsOf(finding.category).flag >= gravest
    return isGrave || young.has(band)
      ? { ...shown, found: `what it says counts as ${nameOf(finding.category)}` }
      : shown
  })
}
