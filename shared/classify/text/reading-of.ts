import { spansOf } from './evidence.ts'
import type { FeatureTable } from './feature-table.ts'
import { distressAt, helpAt, textCategories } from './labels.ts'
import type { ModelHead } from './model-layout.ts'
import type { PagePrior, TextContext, TextFinding, TextReading } from './reading.ts'
import type { Best, Tally } from './tally.ts'
import { whyOf } from './why.ts'

/** What a model brings to make a reading of a tally. */
export interface Reader {
  readonly table: FeatureTable
  readonly head: ModelHead
}

/** Logits that a page of a site known as good needs more. */
const goodSite = 1
/** Logits that each doubling of a page's sentences costs: more sentences, more chances to be wrong. */
const perDoubling = 0.12
const mostNear = 3
/** Below it nothing came near. */
const nearEnough = 0.1

/** Puts a tally in words: what passes its threshold in `context`, or what came nearest. */
export function readingOf(tally: Tally, context: TextContext, prior: PagePrior, reader: Reader): TextReading {
  const asked = context === 'page' ? askedOfPage(tally) + (prior === 'good' ? goodSite : 0) : 0
  const scores = reader.head.thresholds[context].map((threshold, label) =>
    sigmoid((tally.best[label]?.logit ?? -Infinity) - threshold - asked),
  )
  const ranked = textCategories.map((_, label) => label)
  const passing = ranked.filter((label) => (scores[label] ?? 0) >= 0.5)
  const nearest = passing.length > 0 ? [] : nearestOf(ranked, scores)
  return {
    findings: passing.flatMap((label) => findingOf(label, scores, tally, reader)),
    near: nearest.flatMap((label) => findingOf(label, scores, tally, reader)),
    distress: distressOf(tally, reader.head.thresholds[context][distressAt] ?? 0),
    seeksHelp: (scores[helpAt] ?? 0) >= 0.5,
  }
}

/** What a page is asked for beyond the threshold, as a logit. */
export const askedOfPage = ({ sentences }: Tally): number => perDoubling * Math.log2(Math.max(1, sentences))

const nearestOf = (labels: readonly number[], scores: readonly number[]): number[] =>
  labels
    .filter((label) => (scores[label] ?? 0) >= nearEnough)
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, mostNear)

function findingOf(
  label: number,
  scores: readonly number[],
  { best }: Tally,
  { table, head }: Reader,
): TextFinding[] {
  const found: Best | undefined = best[label]
  const category = textCategories[label]
  if (found === undefined || category === undefined) return []
  const { stretch, analysis, text, offset } = found
  const local = spansOf(label, stretch, analysis, table)
  return [
    {
      category,
      score: scores[label] ?? 0,
      spans: local.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
      why: whyOf(category, text, local, stretch, head.cues),
    },
  ]
}

/** The mean over the likeliest sentences, so that one dark line in a long text says little. */
function distressOf({ top }: Tally, threshold: number): number {
  const logits = top[distressAt] ?? []
  if (logits.length === 0) return 0
  return sigmoid(logits.reduce((sum, logit) => sum + logit, 0) / logits.length - threshold)
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))
