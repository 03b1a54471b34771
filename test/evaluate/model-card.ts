import type { CaseFigures } from './cases.ts'
import type { DistressFigures } from './distress.ts'
import type { HateFigures } from './hate-check.ts'
import type { HelpFigures } from './help-seeking.ts'
import { type IdentityFigures, sumOf, worstOverMean } from './identity.ts'
import { inWords, type Share } from './interval.ts'
import { categoriesTable } from './own-sets.ts'
import { table } from './table.ts'

const [begin, end] = ['<!-- figures of npm run evaluate -->', '<!-- end of figures -->']

/** The figures that a model card shows, all of which stand in ACCURACY.md too. */
export interface CardFigures {
  readonly cases: CaseFigures
  readonly onHalves: CaseFigures
  readonly identity: IdentityFigures
  readonly hate: HateFigures
  readonly distress: DistressFigures
  readonly help: HelpFigures
  readonly innocentPages: Share
  readonly insertsFound: Share
}

/** The card with `figures` between its markers. Throws when it has none. */
export function withFigures(card: string, figures: string): string {
  const [from, to] = [card.indexOf(begin), card.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`the model card has no ${begin} … ${end}`)
  return `${card.slice(0, from)}${begin}\n\n${figures}\n\n${card.slice(to)}`
}

/** What the model card says of how good the model is: in general, per category, per group. */
export function cardFigures(figures: CardFigures): string {
  const { cases, onHalves, identity, hate, distress, help, innocentPages, insertsFound } = figures
  const area = distress.against.at(-1)?.area ?? '–'
  return `Of development sets (ACCURACY.md says which, and how it fares beside its peers); in brackets cases and the range of 95% certainty.

${table(
  ['in general', ''],
  [
    ['macro-F1 over 12 categories, short cases', cases.macroF1.toFixed(3)],
    ['the same, thresholds set with other texts', onHalves.macroF1.toFixed(3)],
    ['hard benign cases acted on', inWords(cases.hardBenign)],
    ['the same, thresholds set with other texts', inWords(onHalves.hardBenign)],
    ['long innocent pages acted on', inWords(innocentPages)],
    ['one risky sentence in a long page found', inWords(insertsFound)],
    ['HateCheck: area under the ROC curve', hate.area],
    ['distress: area under the ROC curve, against general text', area],
    ['searches of somebody who looks for help, shut', inWords(help.shut[0])],
  ],
)}

${categoriesTable(cases)}

${table(
  ['group', 'sentences that merely name it, acted on'],
  [
    ...[...identity].map(([kind, share]) => [kind, inWords(share)]),
    ['all', inWords(sumOf(identity.values()))],
    ['worst kind over the mean of the kinds', worstOverMean(identity.values())?.toFixed(2) ?? '–'],
  ],
)}

${table(
  ['group (HateCheck)', 'hate found', 'taken for hate and is none'],
  hate.groups.map(([name, hateful, other]) => [name, inWords(hateful), inWords(other)]),
)}`
}
