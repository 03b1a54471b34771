import { type Analysis, hashAt } from './analysis.ts'
import { firstCue } from './concepts.ts'
import type { FeatureTable } from './feature-table.ts'
import { emitConcepts, pairFeature, skipFeature, type Stretch, wordShare } from './features.ts'
import type { Hit } from './phrase-trie.ts'
import type { TextContext } from './reading.ts'
import type { Range } from './stretches.ts'

/** The cue that comes from quotation marks rather than words: it stands behind all that words can show. */
export const quotedCue = firstCue + 200

/** The phrases within words `from` to before `to`, and whether something there is quoted. */
export function stretchOf({ tokens, hits }: Analysis, [from, to]: Range, context: TextContext): Stretch {
  const isQuoted = tokens.quoted.some((at) => at >= from && at < to)
  return {
    from,
    to,
    context,
    hits: hitsWithin(hits, from, to),
    extraCues: isQuoted ? [quotedCue] : [],
  }
}

/** `hits` rise by where they begin. */
function hitsWithin(hits: readonly Hit[], from: number, to: number): Hit[] {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hits[middle]?.start ?? 0) < from) low = middle + 1
    else high = middle
  }
  const found: Hit[] = []
  for (let i = low; i < hits.length; i++) {
    const hit = hits[i]
    if (hit === undefined || hit.start >= to) break
    if (hit.end <= to) found.push(hit)
  }
  return found
}

/** Adds to `sums` what a stretch weighs: one logit per label, the bias not included. */
export function weigh(stretch: Stretch, analysis: Analysis, table: FeatureTable, sums: Float64Array): void {
  const { from, to } = stretch
  const { hashes, weights } = analysis
  const share = wordShare(to - from)
  for (let at = from; at <= to; at++) {
    const own = at < to ? weights[at] : undefined
    if (own !== undefined)
      for (let label = 0; label < own.length; label++)
        sums[label] = (sums[label] ?? 0) + share * (own[label] ?? 0)
    const here = hashAt(hashes, at, from, to)
    table.add(pairFeature(hashAt(hashes, at - 1, from, to), here), share, sums)
    if (at - 2 >= from && at < to) table.add(skipFeature(hashes[at - 2] ?? 0, here), share, sums)
  }
  emitConcepts(stretch, hashes, (hash) => table.add(hash, 1, sums))
}
