import { Profanity } from '@2toad/profanity'
import allProfanity from 'allprofanity'
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'
import type { TextLabel } from '#shared/classify/text/labels.ts'
import type { TextContext, TextModel } from '#shared/classify/text/reading.ts'
import { verdictOfSearch } from '#shared/classify/text/searched-words.ts'
import { traitsOf } from '#shared/domain/category.ts'
import { isOwnWords } from '#shared/domain/verdict.ts'
import { classify } from './outcomes.ts'

/** Says what a text is about. A peer knows one kind: that it has something in it. */
export interface Judge {
  readonly name: string
  /** Categories that would block, coach or flag; for a peer `profanity` or nothing. */
  judge(text: string, context: TextContext): readonly TextLabel[]
}

/** True for what the baseline policy blocks, coaches or flags in at least one band. */
export const acts = (category: TextLabel): boolean => {
  if (category === 'distress' || category === 'help') return false
  const { defaults, flag } = traitsOf(category)
  return flag > 0 || defaults.some((action) => action !== 'allow')
}

/** Lapwing with `model`, at the baseline policy. */
export const lapwing = (model: TextModel): Judge => ({
  name: 'lapwing',
  judge: (text, context) =>
    (context === 'query' ? searchedFor(model, text) : foundIn(model, text, context)).filter(acts),
})

const foundIn = (model: TextModel, text: string, context: TextContext): TextLabel[] =>
  model.read(text, context).findings.map(({ category }) => category as TextLabel)

/** What the packaged lists and the model know a search for. Of a search for help only what is grave is acted on: the safeguarding team is told. */
function searchedFor(model: TextModel, words: string): TextLabel[] {
  const { evidence, seeksHelp } = verdictOfSearch(words, model.read(words, 'query'), model, classify)
  return evidence
    .filter(({ source, category }) => isOwnWords(source) && (!seeksHelp || traitsOf(category).flag >= 3))
    .map(({ category }) => category as TextLabel)
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
