const fnvStart = 0x811c9dc5
const fnvPrime = 0x01000193

/** FNV-1a over UTF-16 units, one at a time, so that the hashes of all beginnings of a word come along the way. */
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, fnvPrime)

/** A word's hash, 32 bits, unmixed: `hashStep` from `hashStart` over its units. */
export function hashWord(word: string): number {
  let hash = fnvStart
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i))
  return hash >>> 0
}

/** What `hashStep` begins with. */
export const hashStart = fnvStart

/** Spreads what `a` and `b` say over 32 unsigned bits (the finish of MurmurHash3). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ (b >>> 15)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The 24 bits of a hash that tell features apart. */
export const keyOf = (hash: number): number => hash >>> 8
