import type { TextLabel } from '#shared/classify/text/labels.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'

/** A row of a corpus, as far as training looks at it. */
export interface CorpusRow {
  readonly text: string
  readonly label: string
  readonly cats: readonly string[]
}

/** An openly licensed corpus and what training makes of it. */
export interface Corpus {
  readonly name: string
  readonly licence: string
  readonly from: string
  readonly context: TextContext
  /** `sentences`: each sentence is an example; `questions`: the first sentence where it is a question; `rows`: each row. */
  readonly cut: 'rows' | 'sentences' | 'questions'
  /** At most so many examples are taken, by chance. */
  readonly most: number
  /** How much one example counts. */
  readonly weight: number
  /** What a row is about; undefined for a row that is left out. */
  readonly labelsOf: (row: CorpusRow) => readonly TextLabel[] | undefined
  /** The labels that its rows decide; all when undefined. */
  readonly decides?: readonly TextLabel[]
}

const innocent = (): readonly TextLabel[] => []

/** What the shipped model is trained with beside the project's own words. Share-alike sets, and sets meant for evaluation, are not among them. */
export const corpora: readonly Corpus[] = [
  {
    name: 'davidson',
    licence: 'MIT',
    from: 't-davidson/hate-speech-and-offensive-language',
    context: 'typed',
    cut: 'rows',
    most: 14_000,
    weight: 0.3,
    labelsOf: ({ label }) => (label === 'hate' ? ['hate'] : label === 'offensive' ? ['profanity'] : []),
    decides: ['profanity', 'hate'],
  },
  {
    name: 'hatemoji_build',
    licence: 'CC BY 4.0',
    from: 'HannahKirk/Hatemoji',
    context: 'typed',
    cut: 'rows',
    most: 5000,
    weight: 0.4,
    labelsOf: ({ label }) => (label === 'hateful' ? ['hate'] : []),
    decides: ['hate'],
  },
  {
    name: 'convabuse',
    licence: 'CC BY 4.0',
    from: 'amandacurry/convabuse',
    context: 'typed',
    cut: 'rows',
    most: 3000,
    weight: 0.5,
    labelsOf: ({ label, cats }) =>
      label === 'ambiguous'
        ? undefined
        : cats.includes('hate')
          ? ['hate', 'bullying']
          : cats.includes('bullying')
            ? ['bullying']
            : [],
    decides: [
      'hate',
      'bullying',
      'grooming',
      'weapons',
      'drugs',
      'gambling',
      'eating-disorders',
      'hacking',
      'nudify',
    ],
  },
  {
    name: 'sms',
    licence: 'CC BY 4.0 (UCI)',
    from: 'UCI SMS Spam Collection',
    context: 'typed',
    cut: 'rows',
    most: 4000,
    weight: 1,
    labelsOf: ({ label }) => (label === 'ham' ? [] : undefined),
  },
  ...[
    { name: 'medquad', cut: 'sentences', most: 14_000, licence: 'CC BY 4.0', from: 'abachaa/MedQuAD' },
    { name: 'medquad', cut: 'questions', most: 4000, licence: 'CC BY 4.0', from: 'abachaa/MedQuAD' },
    {
      name: 'openstax',
      cut: 'sentences',
      most: 18_000,
      licence: 'CC BY 4.0 at the commits used',
      from: 'openstax/osbooks-* (six books)',
    },
    { name: 'bible_kjv', cut: 'sentences', most: 6000, licence: 'public domain', from: 'aruljohn/Bible-kjv' },
    {
      name: 'shakespeare',
      cut: 'sentences',
      most: 5000,
      licence: 'public domain',
      from: 'karpathy/char-rnn',
    },
    {
      name: 'recipes',
      cut: 'sentences',
      most: 3000,
      licence: 'Unlicense',
      from: 'LukeSmithxyz/based.cooking',
    },
  ].map(
    (each) =>
      ({
        ...each,
        context: each.cut === 'questions' ? 'query' : 'page',
        weight: 0.7,
        labelsOf: innocent,
      }) as Corpus,
  ),
]
