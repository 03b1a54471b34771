import { keyOf } from './hash.ts'
import type { Sections } from './model-layout.ts'

/** Features are found by the high bits of their key. */
export const bucketsInAll = 2 ** 16
export const bucketOf = (key: number): number => key >>> 8
export const fingerprintOf = (key: number): number => key & 0xff

/** The weights of a linear model by feature; a feature that training did not keep has none. */
export interface FeatureTable {
  /** How many labels there are. */
  readonly labels: number
  /** Adds `value` times the weights of the feature with hash `hash` to `sums`, one number per label. */
  add(hash: number, value: number, sums: Float64Array): void
}

/** Reads the weights of a model's sections; `scales` are per label. */
export function createFeatureTable(sections: Sections, scales: readonly number[]): FeatureTable {
  const { bucketCounts, fingerprints } = sections
  const labels = scales.length
  const unit = Float64Array.from(scales)
  const firsts = startsOf(bucketCounts)
  const weights = byFeature(sections.weights, labels)

  function add(hash: number, value: number, sums: Float64Array): void {
    const key = keyOf(hash)
    const bucket = bucketOf(key)
    const fingerprint = fingerprintOf(key)
    for (let i = firsts[bucket] as number, end = firsts[bucket + 1] as number; i < end; i++) {
      if (fingerprints[i] !== fingerprint) continue
      for (let label = 0, at = i * labels; label < labels; label++, at++)
        sums[label] = (sums[label] as number) + value * (weights[at] as number) * (unit[label] as number)
      return
    }
  }
  return { labels, add }
}

/** Where each of some runs begins, and behind them where the last one ends, from how long they are. */
export function startsOf(counts: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = (starts[i] as number) + (counts[i] as number)
  return starts
}

/** A file packs better by label; looking a feature up is faster where its weights stand together. */
function byFeature(weights: Int8Array, labels: number): Int8Array {
  const turned = new Int8Array(weights.length)
  const features = weights.length / labels
  for (let i = 0, to = 0; i < features; i++)
    for (let from = i; from < weights.length; from += features) turned[to++] = weights[from] as number
  return turned
}
