import { mix } from './hash.ts'

const probes = 4

/** Marks a word's hash in a Bloom filter. */
export function markWord(filter: Uint32Array, hash: number): void {
  const bits = filter.length * 32
  for (let probe = 1; probe <= probes; probe++) {
    const bit = mix(probe, hash) % bits
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
}

/** True for every marked word's hash, and for about one in thirty others. */
export function hasWord(filter: Uint32Array, hash: number): boolean {
  const bits = filter.length * 32
  if (bits === 0) return false
  for (let probe = 1; probe <= probes; probe++) {
    const bit = mix(probe, hash) % bits
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
  }
  return true
}
