import { textLabels } from '#shared/classify/text/labels.ts'
import type { Rows } from './feature-rows.ts'
import { shuffled } from './random.ts'
import { settings } from './settings.ts'

const width = textLabels.length

/** Weights of a linear model: `weights[id * labels + label]`, and one bias per label. */
export interface Fitted {
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/**
 * Fits one logistic regression per label with AdaGrad over `passes` of the rows in an order of chance. `isKept` says which features take part. What stands
 * at the end of the later passes is averaged (Polyak and Juditsky 1992): how it falls out depends less on chance. Deterministic for the same rows and chance.
 */
export function fit(rows: Rows, passes: number, random: () => number, isKept?: Uint8Array): Fitted {
  const weights = new Float32Array(rows.keys.length * width)
  const squares = new Float32Array(weights.length)
  const biases = new Float32Array(width).fill(-3)
  const biasSquares = new Float32Array(width).fill(1)
  const logits = new Float64Array(width)
  const order = shuffled(Array.from(rows.labels.keys()), random)
  const mean = { weights: new Float32Array(weights.length), biases: new Float32Array(width) }
  const from = Math.floor(passes / 2)
  for (let pass = 0; pass < passes; pass++) {
    for (const row of shuffled(order, random)) learn(row)
    if (pass < from) continue
    addTo(mean.weights, weights, 1 / (passes - from))
    addTo(mean.biases, biases, 1 / (passes - from))
  }
  return mean

  function learn(row: number): void {
    const from = rows.starts[row] ?? 0
    const to = rows.starts[row + 1] ?? 0
    logits.set(biases)
    for (let at = from; at < to; at++) {
      const id = rows.ids[at] as number
      if (isKept !== undefined && isKept[id] === 0) continue
      const value = rows.values[at] as number
      const base = id * width
      for (let label = 0; label < width; label++)
        logits[label] = (logits[label] as number) + value * (weights[base + label] as number)
    }
    for (let label = 0; label < width; label++) {
      if ((((rows.decided[row] as number) >>> label) & 1) === 0) continue
      const wanted =
        (((rows.labels[row] as number) >>> label) & 1) === 1 ? 1 - settings.doubt : settings.doubt
      const slope = (1 / (1 + Math.exp(-(logits[label] as number))) - wanted) * (rows.weights[row] as number)
      if (Math.abs(slope) > settings.smallestGradient) descend(from, to, label, slope)
    }
  }

  function descend(from: number, to: number, label: number, slope: number): void {
    const biasSquare = (biasSquares[label] as number) + slope * slope
    biasSquares[label] = biasSquare
    biases[label] = (biases[label] as number) - (settings.step * slope) / Math.sqrt(biasSquare)
    for (let at = from; at < to; at++) {
      const id = rows.ids[at] as number
      if (isKept !== undefined && isKept[id] === 0) continue
      const place = id * width + label
      const weight = weights[place] as number
      const gradient = slope * (rows.values[at] as number) + settings.decay * weight
      const square = (squares[place] as number) + gradient * gradient
      squares[place] = square
      weights[place] = weight - (settings.step * gradient) / Math.sqrt(square + 1e-3)
    }
  }
}

/** The mean of several fits, each in an order of chance of its own: what one learns by chance the others do not (Breiman 1996). */
export function fitSeveral(
  rows: Rows,
  passes: number,
  chances: readonly (() => number)[],
  isKept: Uint8Array,
): Fitted {
  const mean = {
    weights: new Float32Array(rows.keys.length * width),
    biases: new Float32Array(width),
  }
  for (const random of chances) {
    const { weights, biases } = fit(rows, passes, random, isKept)
    addTo(mean.weights, weights, 1 / chances.length)
    addTo(mean.biases, biases, 1 / chances.length)
  }
  return mean
}

function addTo(sums: Float32Array, numbers: Float32Array, share: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + share * (numbers[i] as number)
}
