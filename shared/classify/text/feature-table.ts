import type { Sections } from './model-layout.ts'

/** Buckets of the feature table, as bits of the hash. */
export const bucketBits = 14

/** The weights of a linear model by feature; a feature that training did not keep has none. */
export interface FeatureTable {
  /** How many labels there are. */
  readonly labels: number
  /** Adds `value` times the weights of the feature with hash `hash` to `sums`, one number per label. */
  add(hash: number, value: number, sums: Float64Array | Float32Array): void
}

/** Reads weights as they lie in a model's sections; `scales` are per label. */
export function createFeatureTable(sections: Sections, scales: readonly number[]): FeatureTable {
  const { buckets, fingerprints, weightCounts, weightLabels, weights } = sections
  const firsts = new Uint32Array(fingerprints.length + 1)
  for (let i = 0; i < fingerprints.length; i++) firsts[i + 1] = (firsts[i] ?? 0) + (weightCounts[i] ?? 0)

  function add(hash: number, value: number, sums: Float64Array | Float32Array): void {
    const bucket = hash >>> (32 - bucketBits)
    const fingerprint = hash & 0xffff
    for (let i = buckets[bucket] ?? 0, end = buckets[bucket + 1] ?? 0; i < end; i++) {
      if (fingerprints[i] !== fingerprint) continue
      for (let w = firsts[i] ?? 0, last = firsts[i + 1] ?? 0; w < last; w++) {
        const label = weightLabels[w] ?? 0
        sums[label] = (sums[label] ?? 0) + value * (weights[w] ?? 0) * (scales[label] ?? 0)
      }
      return
    }
  }
  return { labels: scales.length, add }
}
