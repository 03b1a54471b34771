import {
  blockBytes,
  blocksAt,
  bucketsPerPage,
  entriesAt,
  entriesPerPage,
  fewEntries,
  frequentSets,
  fullBucket,
  type TableShape,
} from './bundle-format.ts'

/** Entries of a table, in any order. One index, one entry. */
export interface Entries {
  readonly count: number
  /** Bucket before the divisor. */
  readonly bucket: Uint32Array
  readonly low: Uint32Array
  /** The four lowest bits of the key's high half. */
  readonly nibble: Uint8Array
  readonly set: Uint16Array
}

export interface Table {
  readonly shape: TableShape
  /** Sets by code: 15 and a free place. */
  readonly codes: Uint16Array
  readonly pages: readonly Uint8Array[]
}

/** Pages that `count` entries get. Few entries lie eight times looser: see "How sure" in bundle-format.ts. */
export const pagesFor = (count: number): number =>
  Math.ceil(count / (count <= fewEntries ? entriesPerPage / 8 : entriesPerPage))

/**
 * Lays a table out in pages (bundle-format.ts). Null when two entries of a bucket cannot be told apart: then another seed is needed.
 * @param buckets what the entries' bucket numbers are below; more than the pages have means that neighbours share one
 */
export function layTable(entries: Entries, buckets: number): Table | null {
  const { count, set } = entries
  const pageCount = pagesFor(count)
  const divisor = Math.max(1, Math.ceil(buckets / (pageCount * bucketsPerPage)))
  const shape = { entries: count, pages: pageCount, buckets, divisor }
  const codes = mostFrequent(set, count)
  const codeOf = new Uint8Array(65_536).fill(frequentSets)
  for (let code = codes.length - 1; code >= 0; code--) codeOf[codes[code] ?? 0] = code
  const places = pageCount * bucketsPerPage
  const first = new Uint32Array(places + 1)
  const placeOf = (entry: number): number => Math.floor((entries.bucket[entry] ?? 0) / divisor)
  for (let entry = 0; entry < count; entry++) first[placeOf(entry) + 1]! += 1
  for (let place = 0; place < places; place++) first[place + 1]! += first[place]!
  const order = new Uint32Array(count)
  const next = first.slice(0, places)
  for (let entry = 0; entry < count; entry++) order[next[placeOf(entry)]!++] = entry
  const pages: Uint8Array[] = []
  for (let page = 0; page < pageCount; page++) {
    const made = layPage(entries, order, first, page * bucketsPerPage, codeOf)
    if (made === null) return null
    pages.push(made)
  }
  const padded = new Uint16Array(16)
  padded.set(codes)
  return { shape, codes: padded, pages }
}

function mostFrequent(set: Uint16Array, count: number): number[] {
  const uses = new Uint32Array(65_536)
  for (let entry = 0; entry < count; entry++) uses[set[entry]!]! += 1
  const used: number[] = []
  for (const [number, times] of uses.entries()) if (times > 0) used.push(number)
  return used.toSorted((one, other) => uses[other]! - uses[one]! || one - other).slice(0, frequentSets)
}

function layPage(
  entries: Entries,
  order: Uint32Array,
  first: Uint32Array,
  firstBucket: number,
  codeOf: Uint8Array,
): Uint8Array | null {
  const { low, nibble, set } = entries
  const count = first[firstBucket + bucketsPerPage]! - first[firstBucket]!
  const inBuckets: number[] = []
  const beyond: number[] = []
  const overflowing: number[] = []
  const counts = new Uint8Array(bucketsPerPage)
  for (let bucket = 0; bucket < bucketsPerPage; bucket++) {
    const from = first[firstBucket + bucket]!
    const to = first[firstBucket + bucket + 1]!
    if (!sortRun(entries, order, from, to)) return null
    if (to - from > fullBucket) overflowing.push(bucket, beyond.length)
    for (let at = from; at < to; at++) (at < from + fullBucket ? inBuckets : beyond).push(order[at]!)
    counts[bucket] = Math.min(to - from, fullBucket)
  }
  const all = beyond.length === 0 ? inBuckets : [...inBuckets, ...beyond]
  const rare: number[] = []
  for (let at = 0; at < count; at++) {
    const its = set[all[at]!]!
    if (codeOf[its] === frequentSets) rare.push(at, its)
  }
  const lists = Math.ceil((entriesAt + count * 5) / 2) * 2
  const page = new Uint8Array(Math.ceil((lists + (overflowing.length + rare.length) * 2) / 4) * 4)
  const halves = new Uint16Array(page.buffer)
  halves.set([count, inBuckets.length, overflowing.length / 2, rare.length / 2])
  halves.set(overflowing, lists / 2)
  halves.set(rare, lists / 2 + overflowing.length)
  layBlocks(page, halves, counts)
  const lows = new Uint32Array(page.buffer, entriesAt, count)
  const tails = entriesAt + count * 4
  for (let at = 0; at < count; at++) {
    const entry = all[at]!
    lows[at] = low[entry]!
    page[tails + at] = (nibble[entry]! << 4) | codeOf[set[entry]!]!
  }
  return page
}

function layBlocks(page: Uint8Array, halves: Uint16Array, counts: Uint8Array): void {
  let start = 0
  for (let block = 0; block < bucketsPerPage / 16; block++) {
    const at = blocksAt + block * blockBytes
    halves[at / 2] = start
    for (let index = 0; index < 16; index++) {
      const size = counts[block * 16 + index]!
      page[at + 2 + (index >> 1)]! |= size << ((index & 1) * 4)
      start += size
    }
  }
}

/** Puts a bucket's entries in ascending order: few, so by insertion. False when two of them have the same bits. */
function sortRun({ low, nibble }: Entries, order: Uint32Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const entry = order[at]!
    let place = at
    for (; place > from; place--) {
      const before = order[place - 1]!
      const difference = low[before]! - low[entry]! || nibble[before]! - nibble[entry]!
      if (difference === 0) return false
      if (difference < 0) break
      order[place] = before
    }
    order[place] = entry
  }
  return true
}
