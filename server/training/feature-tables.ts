import { bucketBits } from '#shared/classify/text/feature-table.ts'
import { textLabels } from '#shared/classify/text/labels.ts'
import type { Sections } from '#shared/classify/text/model-layout.ts'
import type { Rows } from './feature-rows.ts'
import type { Fitted } from './fit.ts'
import { settings } from './settings.ts'

const width = textLabels.length

/** The tables of the linear model, as a model file holds them. */
export interface FeatureTables extends Pick<
  Sections,
  'buckets' | 'fingerprints' | 'weightCounts' | 'weightLabels' | 'weights'
> {
  readonly scales: readonly number[]
  readonly biases: readonly number[]
}

/** Rounds weights to a byte each, drops what is next to nothing, and sorts features into buckets. */
export function featureTables(
  { weights, biases }: Fitted,
  { hashes, seen }: Rows,
  isKept: Uint8Array,
): FeatureTables {
  const scales = textLabels.map((_, label) => largestOf(weights, label) / 127 || 1)
  const least = leastWorth(weights, seen, isKept)
  const features = Array.from(hashes, (hash, id) => ({
    hash,
    own: ownWeights(weights, id, seen[id] ?? 0, least, scales),
  }))
    .filter(({ own }, id) => isKept[id] === 1 && own.length > 0)
    .toSorted((a, b) => a.hash - b.hash)
  const buckets = new Uint16Array(2 ** bucketBits + 1)
  for (const [nth, { hash }] of features.entries()) buckets[(hash >>> (32 - bucketBits)) + 1] = nth + 1
  for (let i = 1; i < buckets.length; i++) buckets[i] = Math.max(buckets[i] ?? 0, buckets[i - 1] ?? 0)
  const all = features.flatMap(({ own }) => own)
  return {
    buckets,
    fingerprints: Uint16Array.from(features, ({ hash }) => hash & 0xffff),
    weightCounts: Uint8Array.from(features, ({ own }) => own.length),
    weightLabels: Uint8Array.from(all, ({ label }) => label),
    weights: Int8Array.from(all, ({ steps }) => steps),
    scales,
    biases: [...biases],
  }
}

function largestOf(weights: Float32Array, label: number): number {
  let largest = 0
  for (let at = label; at < weights.length; at += width)
    largest = Math.max(largest, Math.abs(weights[at] ?? 0))
  return largest
}

function ownWeights(
  weights: Float32Array,
  id: number,
  seen: number,
  least: number,
  scales: readonly number[],
) {
  return textLabels.flatMap((_, label) => {
    const weight = weights[id * width + label] ?? 0
    const steps = Math.round(weight / (scales[label] ?? 1))
    return worthOf(weight, seen) < least || steps === 0 ? [] : [{ label, steps }]
  })
}

/** Beyond so many examples a weight is no more trustworthy. */
const enoughExamples = 40

const worthOf = (weight: number, seen: number): number =>
  Math.abs(weight) * Math.sqrt(Math.min(seen, enoughExamples))

/** What the least of the `settings.weights` weights that say most is worth. */
function leastWorth(weights: Float32Array, seen: Uint32Array, isKept: Uint8Array): number {
  const worths = weights.map((weight, at) => {
    const id = Math.floor(at / width)
    return isKept[id] === 1 ? worthOf(weight, seen[id] ?? 0) : 0
  })
  return worths.toSorted().at(-settings.weights) ?? 0
}
