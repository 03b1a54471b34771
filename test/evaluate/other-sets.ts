import { corpora } from '#server/training/corpora.ts'
import { readRows } from '#server/training/read-corpus.ts'
import type { TextLabel } from '#shared/classify/text/labels.ts'
import { areaInWords, inWords, shareOf } from './interval.ts'
import type { Judge } from './judges.ts'
import { actedOn, marginOf, type Margins } from './margins.ts'
import { table } from './table.ts'

/** A set that others gathered and labelled, and which of its labels mean harm. */
interface OtherSet {
  readonly name: string
  readonly split: string
  readonly said: string
  readonly risky: readonly string[]
  readonly innocent: string
  /** What its harm is to be found as for the area under the curve. */
  readonly labels: readonly TextLabel[]
}

const sets: readonly OtherSet[] = [
  {
    name: 'davidson',
    split: 'dev',
    said: 'Davidson, tweets',
    risky: ['hate', 'offensive'],
    innocent: 'neither',
    labels: actedOn,
  },
  {
    name: 'surge_toxicity',
    split: 'dev',
    said: 'Surge toxicity, social media',
    risky: ['Toxic'],
    innocent: 'Not Toxic',
    labels: actedOn,
  },
  {
    name: 'convabuse',
    split: 'dev',
    said: 'ConvAbuse, said to chat bots (ambiguous left out)',
    risky: ['abusive'],
    innocent: 'not_abusive',
    labels: actedOn,
  },
  {
    name: 'wiki_toxicity',
    split: 'dev',
    said: 'Wikipedia talk pages',
    risky: ['toxic'],
    innocent: 'ok',
    labels: actedOn,
  },
  {
    name: 'hatemoji_build',
    split: 'dev',
    said: 'Hatemoji-Build, made to mislead',
    risky: ['hateful'],
    innocent: 'not',
    labels: ['hate'],
  },
  {
    name: 'vicomtech',
    split: 'dev',
    said: 'Vicomtech, a white supremacist forum',
    risky: ['hate'],
    innocent: 'noHate',
    labels: ['hate'],
  },
  {
    name: 'vicomtech',
    split: 'train',
    said: 'the same, its larger part (not trained with)',
    risky: ['hate'],
    innocent: 'noHate',
    labels: ['hate'],
  },
]

/** The chapter on sets that others labelled: what is found at the product's thresholds, and the area under the curve of the model's own figure. */
export function otherSets(folder: string, judges: readonly Judge[], margins: Margins): string {
  const unseen = sets.filter(
    ({ name, split }) => split !== 'train' || corpora.every((corpus) => corpus.name !== name),
  )
  const trainedWith = [...new Set(sets.map(({ name }) => name))].filter((name) =>
    corpora.some((corpus) => corpus.name === name),
  )
  const rows = unseen.flatMap((set) => rowsOf(set, folder, judges, margins))
  return `## Other people's sets

Read as typed words. “Found” is acted on for anything at all, so that packages which know swearing alone are not put at a disadvantage; the area under the ROC curve
is of how far the likeliest category lies above its threshold (on Hatemoji-Build and Vicomtech: hate alone), known for every text. The model was trained with other texts of
${trainedWith.join(', ')}; of the rest it knows nothing.

${table(['', '', 'area, lapwing', ...judges.map(({ name }) => name)], rows)}`
}

function rowsOf(
  { name, split, said, risky, innocent, labels }: OtherSet,
  folder: string,
  judges: readonly Judge[],
  margins: Margins,
): string[][] {
  const all = readRows(folder, name, split)
  const textsOf = (label: string) => all.filter((row) => row.label === label).map(({ text }) => text)
  const scoresOf = (texts: readonly string[]) => texts.map((text) => marginOf(margins(text, 'typed'), labels))
  const found = (texts: readonly string[]) =>
    judges.map(({ judge }) => inWords(shareOf(texts, (text) => judge(text, 'typed').length > 0)))
  const harmless = textsOf(innocent)
  const below = scoresOf(harmless)
  const present = risky.filter((label) => textsOf(label).length > 0)
  return [
    ...present.map((label) => {
      const texts = textsOf(label)
      return [said, `${label} found`, areaInWords(scoresOf(texts), below), ...found(texts)]
    }),
    [said, `${innocent} acted on`, '', ...found(harmless)],
  ]
}
