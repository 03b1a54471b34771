import { type Analysis, findHits, hashAt } from '#shared/classify/text/analysis.ts'
import {
  emitConcepts,
  emitWord,
  pairFeature,
  skipFeature,
  wordShare,
} from '#shared/classify/text/features.ts'
import type { Fold } from '#shared/classify/text/fold/tokens.ts'
import { hashWord, keyOf } from '#shared/classify/text/hash.ts'
import { stretchOf } from '#shared/classify/text/judge-stretch.ts'
import { type TextLabel, textLabels } from '#shared/classify/text/labels.ts'
import type { PhraseTrie } from '#shared/classify/text/phrase-trie.ts'
import type { Example } from './examples.ts'

/** Examples as the model sees them: row `r` has features `ids[starts[r]]` to before `ids[starts[r + 1]]`, with their values. */
export interface Rows {
  readonly starts: Uint32Array
  readonly ids: Uint32Array
  readonly values: Float32Array
  /** The key of each id. */
  readonly keys: Uint32Array
  /** In how many rows each id is. */
  readonly seen: Uint32Array
  /** For each row which labels it has, and which it decides, as bits. */
  readonly labels: Uint32Array
  readonly decided: Uint32Array
  readonly weights: Float32Array
}

const allLabels = 2 ** textLabels.length - 1
const bitsOf = (labels: readonly TextLabel[] | undefined): number =>
  labels === undefined
    ? allLabels
    : labels.reduce((bits, label) => bits | (1 << textLabels.indexOf(label)), 0)

/** Every feature of a text as one stretch, by its key, with its value: the same that `weigh` adds up. */
export function featuresOf(
  example: Pick<Example, 'text' | 'context'>,
  fold: Fold,
  trie: PhraseTrie,
): Map<number, number> {
  const tokens = fold(example.text, example.context !== 'page')
  const size = tokens.words.length
  const hashes = Uint32Array.from(tokens.words, hashWord)
  const analysis: Analysis = {
    tokens,
    hashes,
    weights: [],
    hits: findHits(tokens, tokens.words.map(trie.symbolsOf), trie),
  }
  const features = new Map<number, number>()
  const add = (value: number) => (hash: number) => {
    const key = keyOf(hash)
    features.set(key, (features.get(key) ?? 0) + value)
  }
  const share = wordShare(size)
  for (const word of tokens.words) emitWord(word, add(share))
  for (let at = 0; at <= size; at++) {
    const here = hashAt(hashes, at, 0, size)
    add(share)(pairFeature(hashAt(hashes, at - 1, 0, size), here))
    if (at >= 2 && at < size) add(share)(skipFeature(hashes[at - 2] ?? 0, here))
  }
  emitConcepts(stretchOf(analysis, [0, size], example.context), hashes, add(1))
  return features
}

/** Turns examples into rows; features that fewer than `fewest` examples show are left out. */
export function rowsOf(examples: readonly Example[], fold: Fold, trie: PhraseTrie, fewest: number): Rows {
  const found = examples.map((example) => {
    const features = featuresOf(example, fold, trie)
    return { keys: Uint32Array.from(features.keys()), values: Float32Array.from(features.values()) }
  })
  const counts = new Map<number, number>()
  for (const { keys } of found) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= fewest)
  const idOf = new Map(kept.map(([key], id) => [key, id]))
  const starts = new Uint32Array(found.length + 1)
  for (const [row, { keys }] of found.entries())
    starts[row + 1] = (starts[row] ?? 0) + keys.reduce((sum, key) => sum + (idOf.has(key) ? 1 : 0), 0)
  const ids = new Uint32Array(starts.at(-1) ?? 0)
  const values = new Float32Array(ids.length)
  let at = 0
  for (const row of found)
    for (const [nth, key] of row.keys.entries()) {
      const id = idOf.get(key)
      if (id === undefined) continue
      ids[at] = id
      values[at++] = row.values[nth] ?? 0
    }
  return {
    starts,
    ids,
    values,
    keys: Uint32Array.from(kept, ([key]) => key),
    seen: Uint32Array.from(kept, ([, count]) => count),
    labels: Uint32Array.from(examples, ({ labels }) => bitsOf(labels)),
    decided: Uint32Array.from(examples, ({ decides }) => bitsOf(decides)),
    weights: Float32Array.from(examples, ({ weight }) => weight),
  }
}
