import { createEngine } from '#shared/classify/text/engine.ts'
import { type TextLabel, textLabels } from '#shared/classify/text/labels.ts'
import type { ModelFile } from '#shared/classify/text/model-layout.ts'
import { askedOfPage } from '#shared/classify/text/reading-of.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'
import { acts } from './judges.ts'

/** For each label how far, as a logit, a text lies above the threshold: what a score is made of, but known of every text, also where nothing came near. */
export type Margins = (text: string, context: TextContext) => readonly number[]

/** The labels that are acted on. */
export const actedOn: readonly TextLabel[] = textLabels.filter(acts)

/** Of a text without a word in it. */
const ofNothing = -20

/** The margins of a model's file. */
export function marginsOf(file: ModelFile): Margins {
  const engine = createEngine(file)
  return (text, context) => {
    const tally = engine.tally(text, context)
    const asked = context === 'page' ? askedOfPage(tally) : 0
    return file.head.thresholds[context].map(
      (threshold, label) => (tally.best[label]?.logit ?? ofNothing) - threshold - asked,
    )
  }
}

/** The margin of the likeliest of `labels`: at nought and above it is found. */
export const marginOf = (margins: readonly number[], labels: readonly TextLabel[]): number =>
  Math.max(...labels.map((label) => margins[textLabels.indexOf(label)] ?? ofNothing))
