import * as v from 'valibot'
import { readRows } from '#server/training/read-corpus.ts'
import { parse } from '#shared/base/parse.ts'
import { areaInWords, inWords, recallAt, type Share, shareOf } from './interval.ts'
import { marginOf, type Margins } from './margins.ts'
import { table } from './table.ts'

const Functional = v.looseObject({
  functionality: v.string(),
  target: v.optional(v.string(), ''),
  label: v.picklist(['hateful', 'non-hateful']),
})

interface Judged extends v.InferOutput<typeof Functional> {
  /** How far above the threshold of hate it lies. */
  readonly margin: number
}

/** HateCheck's texts with the model's figure for hate, which is known of every text. */
export interface HateFigures {
  /** The area under the ROC curve, in words. */
  readonly area: string
  readonly recallAtFifth: Share
  /** What was found as hate, by functionality. */
  readonly functionalities: readonly (readonly [name: string, found: Share])[]
  /** By the group that a text is about: hate that was found, and what is none but was taken for it. */
  readonly groups: readonly (readonly [name: string, hateful: Share, other: Share])[]
}

/** Judges HateCheck's functional tests. */
export function hateFigures(folder: string, margins: Margins): HateFigures {
  const all = readRows(folder, 'hatecheck', 'test').map((row): Judged => {
    const known = parse(Functional, row)
    if (!known.ok) throw new Error(known.error)
    return { ...known.value, margin: marginOf(margins(row.text, 'typed'), ['hate']) }
  })
  const isFound = ({ margin }: Judged) => margin >= 0
  const some = (label: Judged['label'], of = all) => of.filter((each) => each.label === label)
  const figuresOf = (label: Judged['label']) => some(label).map(({ margin }) => margin)
  const [risky, innocent] = [figuresOf('hateful'), figuresOf('non-hateful')]
  return {
    area: areaInWords(risky, innocent),
    recallAtFifth: recallAt(0.2, risky, innocent),
    functionalities: [...Map.groupBy(all, ({ functionality }) => functionality)].map(
      ([name, texts]) => [name, shareOf(texts, isFound)] as const,
    ),
    groups: [...Map.groupBy(all, ({ target }) => target)]
      .filter(([name]) => name !== '')
      .map(
        ([name, texts]) =>
          [
            name,
            shareOf(some('hateful', texts), isFound),
            shareOf(some('non-hateful', texts), isFound),
          ] as const,
      ),
  }
}

/** The chapter on HateCheck's functional tests. */
export const hateCheck = ({ area, recallAtFifth, functionalities }: HateFigures): string => `## HateCheck

Area under the ROC curve ${area}, of the model's figure for hate in every text; recall at 20% false ${inWords(recallAtFifth)}.

${table(
  ['functionality (`_nh`: not hateful)', 'found as hate'],
  functionalities.map(([name, share]) => [name, inWords(share)]),
)}`
