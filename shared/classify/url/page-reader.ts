import {
  blockBytes,
  blocksAt,
  bucketsPerPage,
  entriesAt,
  frequentSets,
  fullBucket,
  pageShift,
  type TableShape,
} from './bundle-format.ts'
import type { Pages } from './pages.ts'

/** Asked before an entry counts: is it no more? Page of the whole bundle, entry within the page. */
export type IsRemoved = (page: number, entry: number) => boolean

/** Reads a table's entries out of pages. It stands at one bucket at a time and allocates nothing. */
export class TableReader {
  readonly #isEmpty: boolean
  readonly #scale: number
  readonly #divisor: number
  readonly #firstPage: number
  readonly #codes: Uint16Array
  readonly #pages: Pages
  readonly #bytes: Uint8Array
  readonly #halves: Uint16Array
  readonly #words: Uint32Array
  readonly #isRemoved: IsRemoved | null
  #page = 0
  #at = 0
  #bucket = 0
  #first = 0
  #count = 0

  constructor(
    shape: TableShape,
    firstPage: number,
    codes: Uint16Array,
    pages: Pages,
    isRemoved: IsRemoved | null,
  ) {
    this.#isEmpty = shape.pages === 0
    this.#scale = shape.buckets / 2 ** 32
    this.#divisor = shape.divisor
    this.#firstPage = firstPage
    this.#codes = codes
    this.#pages = pages
    this.#bytes = new Uint8Array(pages.memory)
    this.#halves = new Uint16Array(pages.memory)
    this.#words = new Uint32Array(pages.memory)
    this.#isRemoved = isRemoved
  }

  /** Goes to the bucket of a base. When its page is not at hand the bucket seems empty. */
  seek(baseHigh: number): void {
    this.#count = 0
    if (this.#isEmpty) return
    const undivided = (baseHigh * this.#scale) >>> 0
    const bucket = this.#divisor === 1 ? undivided : Math.floor(undivided / this.#divisor)
    this.#page = this.#firstPage + (bucket >>> pageShift)
    this.#at = this.#pages.at(this.#page)
    if (this.#at < 0) return
    this.#bucket = bucket & (bucketsPerPage - 1)
    const block = (this.#at + blocksAt + (this.#bucket >>> 4) * blockBytes) >>> 1
    const halves = this.#halves
    const place = this.#bucket & 15
    const lower = halves[block + 1]! | (halves[block + 2]! << 16)
    if (place < 8) {
      this.#first = halves[block]! + sumOfFours(lower & ((1 << (place * 4)) - 1))
      this.#count = (lower >>> (place * 4)) & 15
    } else {
      const upper = halves[block + 3]! | (halves[block + 4]! << 16)
      const shift = (place - 8) * 4
      this.#first = halves[block]! + sumOfFours(lower) + sumOfFours(upper & ((1 << shift) - 1))
      this.#count = (upper >>> shift) & 15
    }
  }

  /** The set of the entry with this key in the bucket, or -1. */
  match(high: number, low: number): number {
    const words = this.#words
    const start = ((this.#at + entriesAt) >>> 2) + this.#first
    for (let index = 0; index < this.#count; index++) {
      if (words[start + index] !== low) continue
      const set = this.#confirm(this.#first + index, high)
      if (set !== -1) return set
    }
    return this.#count === fullBucket ? this.#matchBeyond(high, low) : -1
  }

  #matchBeyond(high: number, low: number): number {
    const head = this.#at >>> 1
    const entries = this.#halves[head]!
    const overflowing = this.#halves[head + 2]!
    const inBuckets = this.#halves[head + 1]!
    const list = this.#lists() >>> 1
    for (let one = 0; one < overflowing; one++) {
      if (this.#halves[list + one * 2] !== this.#bucket) continue
      const from = inBuckets + this.#halves[list + one * 2 + 1]!
      const to = one + 1 < overflowing ? inBuckets + this.#halves[list + one * 2 + 3]! : entries
      for (let entry = from; entry < to; entry++) {
        if (this.#words[((this.#at + entriesAt) >>> 2) + entry] !== low) continue
        const set = this.#confirm(entry, high)
        if (set !== -1) return set
      }
    }
    return -1
  }

  #confirm(entry: number, high: number): number {
    const entries = this.#halves[this.#at >>> 1]!
    const tail = this.#bytes[this.#at + entriesAt + entries * 4 + entry]!
    if (tail >>> 4 !== (high & 15)) return -1
    if (this.#isRemoved?.(this.#page, entry)) return -1
    const code = tail & 15
    return code === frequentSets ? this.#rareSet(entry) : this.#codes[code]!
  }

  #rareSet(entry: number): number {
    const head = this.#at >>> 1
    const list = (this.#lists() >>> 1) + this.#halves[head + 2]! * 2
    let low = 0
    let high = this.#halves[head + 3]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#halves[list + middle * 2]! < entry) low = middle + 1
      else high = middle
    }
    return this.#halves[list + low * 2] === entry ? this.#halves[list + low * 2 + 1]! : -1
  }

  #lists(): number {
    const end = entriesAt + this.#halves[this.#at >>> 1]! * 5
    return this.#at + end + (end & 1)
  }
}

/** Adds up the eight numbers of four bits in a word. */
function sumOfFours(word: number): number {
  const bytes = (word & 0x0f0f0f0f) + ((word >>> 4) & 0x0f0f0f0f)
  return Math.imul(bytes, 0x01010101) >>> 24
}
