/** Bits of a key: two unsigned 32-bit halves. */
export interface Key {
  readonly high: number
  readonly low: number
}

/**
 * A 64-bit hash that grows from right to left, so that one pass over a host gives the key of each of its parents, and going on
 * leftwards never revisits a character. Mixing follows MurmurHash3 (A. Appleby, public domain). Not for secrets.
 */
export class SuffixHash {
  #a = 0x9747b28c
  #b = 0x3c6ef372

  /** Takes the next UTF-16 unit to the left. */
  add(unit: number): void {
    this.#a = Math.imul(rotate(this.#a ^ Math.imul(unit + 1, 0xcc9e2d51), 13), 5) + 0xe6546b64
    this.#b = Math.imul(rotate(this.#b ^ Math.imul(unit + 1, 0x1b873593), 15), 5) + 0x561ccd1b
  }

  /** The key of everything taken so far. */
  key(): Key {
    return {
      high: finish(this.#a ^ rotate(this.#b, 16)),
      low: finish(this.#b + Math.imul(this.#a, 0x85ebca6b)),
    }
  }
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function finish(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The key of a whole host. */
export function hostKey(host: string): Key {
  const hash = new SuffixHash()
  for (let at = host.length - 1; at >= 0; at--) hash.add(host.charCodeAt(at))
  return hash.key()
}

/** The key of a host with a path prefix such as `/r/name`. */
export const pathKey = (host: string, path: string): Key => hostKey(`${path}\n${host}`)

/** Order of keys in a bundle. */
export const compareKeys = (one: Key, other: Key): number => one.high - other.high || one.low - other.low
