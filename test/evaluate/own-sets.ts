import type { DevCase } from '#server/training/held-out.ts'
import { type CaseFigures, named, type PageFigures } from './cases.ts'
import { inWords, type Share } from './interval.ts'
import type { Judge } from './judges.ts'
import { wronglyActedOn } from './ordinary-texts.ts'
import { table } from './table.ts'

/** The row of one kind of cases. */
export const kindRow = (kind: string, figures: readonly CaseFigures[]): string[] => [
  kind,
  ...figures.map(({ kinds }) => inWords(kinds.get(kind) ?? { of: 0, hit: 0 })),
]
/** The rows that sum cases up. */
export const headRows = (figures: readonly CaseFigures[]): string[][] => [
  ['macro-F1 over 12 categories', ...figures.map(({ macroF1 }) => macroF1.toFixed(3))],
  ['hard benign cases acted on', ...figures.map(({ hardBenign }) => inWords(hardBenign))],
]
const pageRows = (figures: readonly PageFigures[]): string[][] => [
  ['innocent pages acted on', ...figures.map(({ benign }) => inWords(benign))],
  ['one risky sentence found', ...figures.map(({ inserted }) => inWords(inserted))],
]

/** The chapter on short cases: one column for each judge. */
export const casesChapter = (
  names: readonly string[],
  cases: readonly DevCase[],
  figures: readonly CaseFigures[],
): string => `## Short cases

${table(
  ['', ...names],
  [
    ...headRows(figures),
    ...[...new Set(cases.map(({ kind }) => kind))].map((kind) => kindRow(kind, figures)),
  ],
)}`

/** Precision, recall and F1 of the model in each category. */
export const categoriesTable = ({ perName }: CaseFigures): string =>
  table(
    ['category (short cases)', 'precision', 'recall', 'F1'],
    named.map((name) => {
      const each = perName.get(name)
      if (each === undefined) return [name]
      return [name, inWords(each.precision), inWords(each.recall), each.f1.toFixed(2)]
    }),
  )

/** The chapter on long pages. `right`: of the sentences found, those whose own words are shown as the reason. */
export const pagesChapter = (
  names: readonly string[],
  figures: readonly PageFigures[],
  right: Share,
): string => `## Long pages

${table(
  ['', ...names],
  [
    ...pageRows(figures),
    ['of those found, the words shown lie in that sentence', inWords(right), ...names.slice(1).map(() => '')],
  ],
)}`

/** The chapter that holds thresholds set with all texts against thresholds set with the half that is not judged. */
export const halvesChapter = (
  folder: string,
  judges: readonly [Judge, Judge],
  onCases: readonly CaseFigures[],
  onPages: readonly PageFigures[],
): string => `## Thresholds set with one half, judged on the other

The texts that set thresholds are parted in two by a hash of each text; the thresholds that one half sets judge the other, both ways, and what comes of both is counted
together. What this leaves out: the words and the settings of the training were chosen with an eye on all of these texts.

${table(
  ['', 'all set, all judged (as shipped)', 'one half set, the other judged'],
  [
    ...headRows(onCases),
    ...['risk', 'evasion', 'lang'].map((kind) => kindRow(kind, onCases)),
    ['searches acted on', ...judges.map((judge) => inWords(wronglyActedOn(folder, 'queries', judge)))],
    ['chat (ham) acted on', ...judges.map((judge) => inWords(wronglyActedOn(folder, 'sms', judge)))],
    ...pageRows(onPages),
  ],
)}`
