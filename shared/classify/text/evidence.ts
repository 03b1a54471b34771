import type { Analysis } from './analysis.ts'
import { isCue, labelOf, tierOf } from './concepts.ts'
import type { FeatureTable } from './feature-table.ts'
import { pairFeature, type Stretch, wordShare } from './features.ts'
import type { Span } from './reading.ts'

/** At most so many places are shown for one finding. */
const mostSpans = 3

/** Where the words stand that made `label` likely in a stretch, most telling first; never empty for a stretch that has words. */
export function spansOf(label: number, stretch: Stretch, analysis: Analysis, table: FeatureTable): Span[] {
  const phrases = stretch.hits
    .flatMap((hit) => {
      const tiers = hit.concepts.filter((each) => !isCue(each) && labelOf(each) === label).map(tierOf)
      return tiers.length === 0 ? [] : [{ hit, tier: Math.max(...tiers) }]
    })
    .filter(({ tier }) => tier > 0)
    .toSorted((a, b) => b.tier - a.tier || b.hit.end - b.hit.start - (a.hit.end - a.hit.start))
  const found = phrases.map(({ hit }) => span(analysis, hit.start, hit.end))
  const spans = found.length > 0 ? found : [weightiest(label, stretch, analysis, table)]
  return withoutInner(spans).slice(0, mostSpans)
}

const span = ({ tokens }: Analysis, from: number, to: number): Span => ({
  start: tokens.starts[from] ?? 0,
  end: tokens.ends[to - 1] ?? 0,
})

/** A place that lies inside one already named says nothing more. */
function withoutInner(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const each of spans)
    if (!kept.some(({ start, end }) => start <= each.start && end >= each.end)) kept.push(each)
  return kept
}

/** Without a phrase: the run of words that weighs most for the label (the largest sum of neighbours, Kadane's way). */
function weightiest(label: number, stretch: Stretch, analysis: Analysis, table: FeatureTable): Span {
  const { from, to } = stretch
  const share = wordShare(to - from)
  const sums = new Float64Array(table.labels)
  let best = { from, to: Math.min(from + 1, to), sum: -Infinity }
  let run = { from, sum: 0 }
  for (let at = from; at < to; at++) {
    sums.fill(0)
    if (at > from) table.add(pairFeature(analysis.hashes[at - 1] ?? 0, analysis.hashes[at] ?? 0), 1, sums)
    const own = share * ((analysis.weights[at]?.[label] ?? 0) + (sums[label] ?? 0))
    run = run.sum <= 0 ? { from: at, sum: own } : { from: run.from, sum: run.sum + own }
    if (run.sum > best.sum) best = { from: run.from, to: at + 1, sum: run.sum }
  }
  return span(analysis, best.from, best.to)
}
