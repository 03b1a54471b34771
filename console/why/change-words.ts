import { bandLabels } from '#shared/domain/audience.ts'
import { periodWords } from '#shared/domain/period.ts'
import { actionVerbs } from '#shared/domain/trace.ts'
import type { Variation, Varied } from '#shared/domain/variation.ts'
import { categoryLabel } from '../app/words.ts'

/** What would have to be otherwise, in words, and what would be decided then. */
export interface Change extends Pick<Varied, 'action' | 'flag'> {
  readonly when: string
}

function inWords(variation: Variation): string {
  switch (variation.kind) {
    case 'band':
      return `In ${bandLabels[variation.band]}`
    case 'period':
      return periodWords[variation.period]
    case 'site-opened':
      return `A teacher opens ${variation.site} for the lesson`
    case 'category-opened':
      return `The lesson’s scene opens ${categoryLabel(variation.category)}`
    case 'went-on':
      return 'The pupil goes on after the pause page'
    case 'action':
      return `The policy ${actionVerbs[variation.action]} ${categoryLabel(variation.category)} for these pupils at this time`
    case 'site-rule':
      return `The school’s own rule ${actionVerbs[variation.effect]} ${variation.site}`
    case 'no-flag':
      return `The policy raises no flag for ${categoryLabel(variation.category)}`
    case 'monitoring':
      return variation.outOfHours
        ? 'The policy monitors out of hours'
        : 'The policy does not monitor out of hours'
  }
}

/** The changes in the order they came; bands with the same outcome are one. */
export function changesInWords(changes: readonly Varied[]): Change[] {
  const found = new Map<string, Change>()
  for (const { variation, action, flag } of changes) {
    const words = inWords(variation)
    const key = variation.kind === 'band' ? `band ${action} ${flag}` : words
    const before = found.get(key)
    const when = before === undefined ? words : `${before.when}, ${words.replace(/^In /, '')}`
    found.set(key, { when, action, flag })
  }
  return [...found.values()]
}
