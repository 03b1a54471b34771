import {
  blockBytes,
  blocksAt,
  bucketsPerPage,
  entriesAt,
  frequentSets,
  type TableShape,
} from './bundle-format.ts'

/** All entries of a table, bucket by bucket. */
export interface TableEntries {
  readonly shape: TableShape
  /** First entry of each bucket of the table's pages, and the number of entries behind the last. */
  readonly first: Uint32Array
  readonly low: Uint32Array
  readonly nibble: Uint8Array
  readonly set: Uint16Array
  /** Page of the whole bundle, and place in that page. */
  readonly page: Uint32Array
  readonly place: Uint16Array
}

/** Reads a whole table back out of its file, for comparing and for people; a lookup never needs it. */
export function entriesOf(
  file: ArrayBuffer,
  pageStarts: Uint32Array,
  shape: TableShape,
  firstPage: number,
  codes: Uint16Array,
): TableEntries {
  const { entries, pages } = shape
  const read = {
    shape,
    first: new Uint32Array(pages * bucketsPerPage + 1),
    low: new Uint32Array(entries),
    nibble: new Uint8Array(entries),
    set: new Uint16Array(entries),
    page: new Uint32Array(entries),
    place: new Uint16Array(entries),
  }
  let next = 0
  for (let page = 0; page < pages; page++) {
    const at = pageStarts[firstPage + page]!
    const halves = new Uint16Array(file, at)
    const lows = new Uint32Array(file, at + entriesAt, halves[0])
    const tails = new Uint8Array(file, at + entriesAt + halves[0]! * 4, halves[0])
    const lists = Math.ceil((entriesAt + halves[0]! * 5) / 2)
    const rare = new Map<number, number>()
    for (let index = 0; index < halves[3]!; index++) {
      const pair = lists + halves[2]! * 2 + index * 2
      rare.set(halves[pair]!, halves[pair + 1]!)
    }
    const beyond = beyondOf(halves, lists)
    let place = 0
    for (let bucket = 0; bucket < bucketsPerPage; bucket++) {
      read.first[page * bucketsPerPage + bucket] = next
      const [from, to] = beyond.get(bucket) ?? [0, 0]
      const places = [...range(place, place + countOf(halves, bucket)), ...range(from, to)]
      place += countOf(halves, bucket)
      for (const one of places) {
        const tail = tails[one]!
        read.low[next] = lows[one]!
        read.nibble[next] = tail >>> 4
        read.set[next] = (tail & 15) === frequentSets ? rare.get(one)! : codes[tail & 15]!
        read.page[next] = firstPage + page
        read.place[next] = one
        next++
      }
    }
  }
  read.first[pages * bucketsPerPage] = next
  return read
}

function countOf(halves: Uint16Array, bucket: number): number {
  const block = (blocksAt + (bucket >> 4) * blockBytes) / 2
  return (halves[block + 1 + ((bucket & 15) >> 2)]! >>> ((bucket & 3) * 4)) & 15
}

/** Overflowing buckets of a page, with the places of their entries that did not fit. */
function beyondOf(halves: Uint16Array, lists: number): Map<number, [from: number, to: number]> {
  const found = new Map<number, [number, number]>()
  const inBuckets = halves[1]!
  for (let index = 0; index < halves[2]!; index++) {
    const from = inBuckets + halves[lists + index * 2 + 1]!
    const to = index + 1 < halves[2]! ? inBuckets + halves[lists + index * 2 + 3]! : halves[0]!
    found.set(halves[lists + index * 2]!, [from, to])
  }
  return found
}

function range(from: number, to: number): number[] {
  const numbers: number[] = []
  for (let number = from; number < to; number++) numbers.push(number)
  return numbers
}
