import * as v from 'valibot'

/**
 * A text model is one file, little-endian: the four bytes `LWTM`, the format (u32), the head's length in bytes (u32), a checksum of all that follows
 * (u32), the head (JSON, filled up with spaces to a multiple of 4), and the sections, each beginning at a multiple of 4.
 * All but the head is used as it lies.
 */
export const modelMagic = 0x4d54574c
export const modelFormat = 1
/** Bytes before the head. */
export const prefixBytes = 16
/** No text model is larger: what claims to be is none. */
export const mostModelBytes = 2_000_000

/** The sections and what their numbers are. */
export const sectionKinds = {
  /** Hashes of the core words, rising. A word's place is its symbol. */
  words: Uint32Array,
  /** Hashes of beginnings of words, rising; the symbols behind those of the words. */
  beginnings: Uint32Array,
  /** Common words as a Bloom filter. */
  common: Uint32Array,
  /** For each node of the phrase trie its first edge, and behind them the number of edges. Edge `e` leads to node `e + 1`. */
  edgeStarts: Uint16Array,
  /** For each edge its symbol, rising within a node. */
  edgeSymbols: Uint16Array,
  /** For each node what a phrase that ends there means: a place in the head's `meanings`, 0 for nothing. */
  nodeMeanings: Uint16Array,
  /** Features by the high bits of their hash: for each of 2^14 buckets its first feature, and behind them the number of features. */
  buckets: Uint16Array,
  /** For each feature the low 16 bits of its hash. */
  fingerprints: Uint16Array,
  /** For each feature how many weights it has. */
  weightCounts: Uint8Array,
  /** For each weight its label. */
  weightLabels: Uint8Array,
  /** For each weight its value in units of its label's scale. */
  weights: Int8Array,
} as const

export type SectionName = keyof typeof sectionKinds
export type Sections = { readonly [Name in SectionName]: ReturnType<(typeof sectionKinds)[Name]['from']> }

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostModelBytes))
const PerLabel = v.array(v.pipe(v.number(), v.finite()))
const names = Object.keys(sectionKinds) as SectionName[]

/** What a model says of itself. */
export const ModelHead = v.object({
  name: v.pipe(v.string(), v.maxLength(40)),
  /** Of the whole file. */
  bytes: Count,
  labels: v.array(v.string()),
  /** Names of the contexts that phrases can show beside labels, such as `education`. */
  cues: v.array(v.string()),
  /** What phrases mean: lists of concepts (`concepts.ts`). The first is empty. */
  meanings: v.array(v.array(Count)),
  /** One unit of a weight, per label. */
  scales: PerLabel,
  biases: PerLabel,
  /** The logit at which a label counts, per label. */
  thresholds: v.object({ page: PerLabel, query: PerLabel, typed: PerLabel }),
  /** Where each section begins in the file, in bytes, and how many numbers it has. */
  sections: v.object(
    Object.fromEntries(names.map((name) => [name, v.tuple([Count, Count])])) as Record<
      SectionName,
      v.TupleSchema<[typeof Count, typeof Count], undefined>
    >,
  ),
})
export type ModelHead = v.InferOutput<typeof ModelHead>

/** A model's file, checked. */
export interface ModelFile {
  readonly head: ModelHead
  readonly sections: Sections
}

/** Adds up what follows the four numbers at the beginning, so that a flipped bit shows. `bytes.length` is a multiple of 4. */
export function checksumOf(bytes: Uint8Array): number {
  const numbers = new Uint32Array(bytes.slice().buffer)
  let sum = 0x811c9dc5
  for (const number of numbers) sum = Math.imul(sum ^ number, 0x01000193) + (sum >>> 15)
  return sum >>> 0
}
