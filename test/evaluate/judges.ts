import { Profanity } from '@2toad/profanity'
import allProfanity from 'allprofanity'
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'
import type { TextLabel } from '#shared/classify/text/labels.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'
import { traitsOf } from '#shared/domain/category.ts'
import { shippedModel } from '#test/support/text-model.ts'

/** Says what a text is about. A peer knows one kind: that it has something in it. */
export interface Judge {
  readonly name: string
  /** Categories that would block, coach or flag; for a peer `profanity` or nothing. */
  judge(text: string, context: TextContext): readonly TextLabel[]
}

const acts = (category: TextLabel): boolean => {
  if (category === 'distress' || category === 'help') return false
  const { defaults, flag } = traitsOf(category)
  return flag > 0 || defaults.some((action) => action !== 'allow')
}

/** Lapwing with the model that ships, at the baseline policy. */
export function lapwing(): Judge {
  const model = shippedModel()
  return {
    name: 'lapwing',
    judge: (text, context) =>
      model
        .read(text, context)
        .findings.map(({ category }) => category as TextLabel)
        .filter(acts),
  }
}

/** What one can install from npm, as it comes. */
export function peers(): Judge[] {
  const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })
  const profanity = new Profanity()
  const flagged = (name: string, finds: (text: string) => boolean): Judge => ({
    name,
    judge: (text) => (finds(text) ? ['profanity'] : []),
  })
  return [
    flagged('obscenity 0.4.6', (text) => obscenity.hasMatch(text)),
    flagged('@2toad/profanity 3.3.0', (text) => profanity.exists(text)),
    flagged('allprofanity 2.4.0', (text) => allProfanity.check(text)),
  ]
}
