import { textLabels } from '#shared/classify/text/labels.ts'
import type { Rows } from './feature-rows.ts'
import type { Fitted } from './fit.ts'

/** Beyond so many examples a feature is no more trustworthy. */
const enoughExamples = 40

/** Marks the `most` features that say most: the largest weight, times the root of how many examples show it. */
export function chooseFeatures({ weights }: Fitted, { keys, seen }: Rows, most: number): Uint8Array {
  const width = textLabels.length
  const worth = Float64Array.from(keys, (_, id) => {
    let largest = 0
    for (let label = 0; label < width; label++)
      largest = Math.max(largest, Math.abs(weights[id * width + label] ?? 0))
    return largest * Math.sqrt(Math.min(seen[id] ?? 0, enoughExamples))
  })
  const least = worth.toSorted((a, b) => b - a)[most] ?? 0
  return Uint8Array.from(worth, (each) => (each > least ? 1 : 0))
}
