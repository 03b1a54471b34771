import { readRows } from '#server/training/read-corpus.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'
import { distressed, typedWordsToldFrom } from '#shared/policy/typed-words.ts'
import { areaInWords, inWords, recallAt, type Share, shareOf } from './interval.ts'
import { isShut, outcomes } from './outcomes.ts'
import { paragraphs } from './own-texts.ts'
import { table } from './table.ts'

interface Against {
  readonly name: string
  /** Area under the ROC curve, in words. */
  readonly area: string
  /** Paragraphs of distress that are found where one general text in a hundred passes. */
  readonly atHundredth: Share
  /** General texts for which help would be shown. */
  readonly shown: Share
}

/** How the graded figure for distress does. */
export interface DistressFigures {
  /** What the paragraphs are set against; the last is all of it. */
  readonly against: readonly Against[]
  /** Paragraphs of distress for which help would be shown. */
  readonly shown: Share
  readonly shutAsPage: Share
  readonly shutAsSearch: Share
  /** Paragraphs of distress that the safeguarding team would be told of. */
  readonly told: Share
}

/** Sets our own paragraphs of distress against general texts, all read as typed words: the context in which the figure is used. */
export function distressFigures(folder: string, model: TextModel): DistressFigures {
  const textsOf = (name: string, label?: string) =>
    readRows(folder, name, 'dev')
      .filter((row) => label === undefined || row.label === label)
      .map(({ text }) => text)
  const general: readonly (readonly [string, readonly string[]])[] = [
    ['own paragraphs of somebody who is well', paragraphs('well')],
    ['chat (ham)', textsOf('sms', 'ham')],
    ['searches', textsOf('queries')],
    ['encyclopedia', textsOf('wikitext2')],
    ['textbook blocks', textsOf('openstax')],
  ]
  const figuresOf = (texts: readonly string[]) => texts.map((text) => model.read(text, 'typed').distress)
  const own = paragraphs('distress')
  const risky = figuresOf(own)
  const judged = general.map(([name, texts]) => [name, figuresOf(texts)] as const)
  const isShown = (figure: number) => figure >= distressed
  return {
    against: [...judged, ['all of it', judged.flatMap(([, figures]) => figures)] as const].map(
      ([name, figures]) => ({
        name,
        area: areaInWords(risky, figures),
        atHundredth: recallAt(0.01, risky, figures),
        shown: shareOf(figures, isShown),
      }),
    ),
    shown: shareOf(risky, isShown),
    shutAsPage: shareOf(own, (text) => isShut(outcomes(model, text, 'page'))),
    shutAsSearch: shareOf(own, (text) => isShut(outcomes(model, text, 'query'))),
    told: shareOf(own, (text) =>
      outcomes(model, text, 'typed').some(({ flag }) => flag >= typedWordsToldFrom),
    ),
  }
}

/** The chapter on distress. */
export const distressChapter = (figures: DistressFigures): string => `## Distress

No open set of what people in distress write has a licence and a consent that let it stand here. These are ${figures.shown.of} paragraphs of our own in the first person
(\`test/evaluate/texts\`: sad, anxious, lonely, bereaved, overwhelmed, of many ages, nothing of ending a life), written for the evaluation alone and without a look at
the words of the training. They are one writer's idea of it: take the figures as a sign, not as proof. The figure is graded; help is shown from ${distressed} on, and it never shuts anything.

${table(
  ['set against', 'area under the ROC curve', 'distress found where 1% of it passes', 'would be shown help'],
  figures.against.map(({ name, area, atHundredth, shown }) => [
    name,
    area,
    inWords(atHundredth),
    inWords(shown),
  ]),
)}

${table(
  ['of the paragraphs of distress', ''],
  [
    [`would be shown help (${distressed} or more)`, inWords(figures.shown)],
    ['shut when they stand on a page', inWords(figures.shutAsPage)],
    ['shut when they are searched for', inWords(figures.shutAsSearch)],
    ['told to the safeguarding team when typed', inWords(figures.told)],
  ],
)}`
