import { type TextLabel, textLabels } from '#shared/classify/text/labels.ts'
import { starterSearchWords } from '#shared/classify/url/starter/search-words.ts'
import type { Example, OwnWords } from './examples.ts'

const strong = 2
const contexts = ['query', 'typed'] as const

/** What the packaged lists know of searches, as phrases and examples: a text model that knows less than they do would be odd. */
export function searchExamples(): OwnWords {
  const known = Object.entries(starterSearchWords).flatMap(([id, words]) => {
    const label = textLabels.find((each) => each === id)
    return label === undefined ? [] : [{ label, words }]
  })
  return {
    phrases: known.flatMap(({ label, words: { phrases, exceptions } }) => [
      ...phrases.filter(({ help }) => help !== true).map(({ words }) => ({ label, tier: strong, words })),
      ...exceptions.map((words) => ({ label, tier: 0, words })),
    ]),
    examples: known.flatMap(({ label, words: { phrases, exceptions } }) => [
      ...phrases.flatMap(({ words, help }) =>
        help === true ? askedForHelp(words, label) : both(words, [label]),
      ),
      ...exceptions.flatMap((words) => both(words, [])),
    ]),
  }
}

const both = (text: string, labels: readonly TextLabel[], decides?: readonly TextLabel[]): Example[] =>
  contexts.map((context) => ({
    text,
    context,
    labels,
    decides,
    weight: 1,
    isOwn: true,
    origin: `search:${text}`,
  }))

/** Words of somebody who looks for help, such as “i want to die”, leave open whether they are of the list's category too. */
const askedForHelp = (words: string, category: TextLabel): Example[] =>
  both(
    words,
    ['help'],
    textLabels.filter((label) => label !== category && label !== 'distress'),
  )
