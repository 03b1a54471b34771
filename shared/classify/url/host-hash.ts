/** Hosts of more labels than this are looked up by their last ones only. The DNS allows 127 (RFC 1035, 2.3.4). */
const mostLabels = 128

/**
 * The 64-bit keys of a host and of each of its parents, in one pass from right to left. One object serves many hosts: nothing is
 * allocated. Mixing and finishing follow MurmurHash3 (A. Appleby, public domain). Not for secrets.
 */
export class SuffixKeys {
  /** High and low half of the key of the last `n + 1` labels at index n. */
  readonly high = new Uint32Array(mostLabels)
  readonly low = new Uint32Array(mostLabels)
  /** Where those labels start in the host. */
  readonly start = new Int32Array(mostLabels)
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /** Takes a host apart. Answers how many keys there are: one for each label, or one alone when `whole` (IP addresses have no parents). */
  read(host: string, whole: boolean): number {
    let a = this.#seed ^ 0x9747b28c
    let b = this.#seed ^ 0x3c6ef372
    let labels = 0
    for (let at = host.length - 1; at >= 0; at--) {
      const unit = host.charCodeAt(at)
      if (unit === 46 && !whole) {
        this.#put(labels++, a, b, at + 1)
        if (labels === mostLabels) return labels
      }
      a = mixFirst(a, unit)
      b = mixSecond(b, unit)
    }
    this.#put(labels, a, b, 0)
    return labels + 1
  }

  #put(index: number, a: number, b: number, start: number): void {
    this.high[index] = finishHigh(a, b)
    this.low[index] = finishLow(a, b)
    this.start[index] = start
  }
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

const mixFirst = (a: number, unit: number): number =>
  (Math.imul(rotate(a ^ Math.imul(unit + 1, 0xcc9e2d51), 13), 5) + 0xe6546b64) | 0
const mixSecond = (b: number, unit: number): number =>
  (Math.imul(rotate(b ^ Math.imul(unit + 1, 0x1b873593), 15), 5) + 0x561ccd1b) | 0

const finishHigh = (a: number, b: number): number => finish(a ^ rotate(b, 16))
const finishLow = (a: number, b: number): number => finish((b + Math.imul(a, 0x85ebca6b)) | 0)

function finish(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The text whose key a path rule has: a host, a path prefix such as `/r/name`, and one of `queryParts` or nothing. */
export const pathText = (host: string, path: string, query: string): string =>
  query === '' ? `${path}\n${host}` : `${path}?${query}\n${host}`
