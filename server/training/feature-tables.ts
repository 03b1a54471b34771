import { bucketOf, bucketsInAll, fingerprintOf } from '#shared/classify/text/feature-table.ts'
import { textLabels } from '#shared/classify/text/labels.ts'
import type { Sections } from '#shared/classify/text/model-layout.ts'
import type { Rows } from './feature-rows.ts'
import type { Fitted } from './fit.ts'
import { settings } from './settings.ts'

const width = textLabels.length

/** The tables of the linear model, as a model file holds them. */
export interface FeatureTables extends Pick<Sections, 'bucketCounts' | 'fingerprints' | 'weights'> {
  readonly scales: readonly number[]
  readonly biases: readonly number[]
}

/**
 * Rounds the weights of kept features to a few steps and sorts the features into buckets. Few steps pack well and cost next to nothing: all small weights of
 * a feature together say more than a few exact ones.
 */
export function featureTables(
  { weights, biases }: Fitted,
  { keys }: Rows,
  isKept: Uint8Array,
): FeatureTables {
  const features = Array.from(keys, (key, id) => ({ key, id }))
    .filter(({ id }) => isKept[id] === 1)
    .toSorted((a, b) => a.key - b.key)
  const scales = textLabels.map(
    (_, label) => largeOf(features.map(({ id }) => weights[id * width + label] ?? 0)) / settings.steps || 1,
  )
  const bucketCounts = new Uint8Array(bucketsInAll)
  for (const { key } of features) bucketCounts[bucketOf(key)] = (bucketCounts[bucketOf(key)] ?? 0) + 1
  const stepsOf = (id: number, label: number): number => {
    const steps = Math.round((weights[id * width + label] ?? 0) / (scales[label] ?? 1))
    return Math.max(-settings.steps, Math.min(settings.steps, steps))
  }
  return {
    bucketCounts,
    fingerprints: Uint8Array.from(features, ({ key }) => fingerprintOf(key)),
    weights: Int8Array.from(textLabels.flatMap((_, label) => features.map(({ id }) => stepsOf(id, label)))),
    scales,
    biases: [...biases],
  }
}

/** A weight that hardly any is larger than: those few are cut, so that all others are told apart. */
const hardlyAny = 0.0005

function largeOf(weights: readonly number[]): number {
  const sizes = Float64Array.from(weights, Math.abs).toSorted()
  return sizes.at(-1 - Math.floor(sizes.length * hardlyAny)) ?? 0
}
