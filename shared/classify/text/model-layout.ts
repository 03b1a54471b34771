import * as v from 'valibot'

/**
 * A text model is one file, little-endian: the four bytes `LWTM`, the format (u32), a checksum of all that follows (u32), and packed with gzip
 * (RFC 1952) the head's length in bytes (u32), the head (JSON, filled up with spaces so that the sections begin at a multiple of 4), and the sections, each
 * beginning at a multiple of 4.
 */
export const modelMagic = 0x4d54574c
export const modelFormat = 2
/** Bytes before what is packed. */
export const prefixBytes = 12
/** No text model is larger, packed or unpacked: what claims to be is none. */
export const mostModelBytes = 1_000_000
export const mostUnpackedBytes = 6_000_000

/** The sections and what their numbers are. Words are held by their whole hashes: a name that looks like a phrase would be a false alarm. */
export const sectionKinds = {
  /** Hashes of the words that phrases are made of, rising, each as what it is more than the one before. A word's place is its symbol. */
  words: Uint32Array,
  /** Hashes of beginnings of words in the same form; the symbols behind those of the words. */
  beginnings: Uint32Array,
  /** Hashes of the core words, which a disguised word may stand for, in the same form. */
  core: Uint32Array,
  /** Common words as a Bloom filter. */
  common: Uint32Array,
  /** For each node of the phrase trie how many edges it has. Edges stand in the order of their nodes; edge `e` leads to node `e + 1`. */
  edgeCounts: Uint16Array,
  /** For each edge its symbol, rising within a node. */
  edgeSymbols: Uint16Array,
  /** For each node what a phrase that ends there means: a place in the head's `meanings`, 0 for nothing. */
  nodeMeanings: Uint16Array,
  /** How many features there are with each value of the high 16 bits of their key, which is the high 24 bits of their hash (`keyOf`). */
  bucketCounts: Uint8Array,
  /** For each feature the low 8 bits of its key. */
  fingerprints: Uint8Array,
  /** For each label the weight of every feature, in units of the label's scale. */
  weights: Int8Array,
} as const

export type SectionName = keyof typeof sectionKinds
export type Sections = { readonly [Name in SectionName]: ReturnType<(typeof sectionKinds)[Name]['from']> }

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostUnpackedBytes))
const PerLabel = v.array(v.pipe(v.number(), v.finite()))
const names = Object.keys(sectionKinds) as SectionName[]

/** What a model says of itself. */
export const ModelHead = v.object({
  name: v.pipe(v.string(), v.maxLength(40)),
  /** Of all that is packed, unpacked. */
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
  /** Where each section begins in what is unpacked, in bytes, and how many numbers it has. */
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

/** Adds up bytes, four at a time, so that a flipped bit shows. */
export function checksumOf(bytes: Uint8Array): number {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const fours = new Uint32Array(buffer, byteOffset, byteLength >>> 2)
  let sum = 0x811c9dc5
  for (const four of fours) sum = Math.imul(sum ^ four, 0x01000193) + (sum >>> 15)
  for (const byte of bytes.subarray(fours.length * 4)) sum = Math.imul(sum ^ byte, 0x01000193) + (sum >>> 15)
  return sum >>> 0
}
