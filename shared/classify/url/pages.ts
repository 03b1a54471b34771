/**
 * Pages of one bundle at hand in one stretch of memory. A page that is not at hand is remembered as wanted: whoever asked gets it
 * brought and asks again.
 */
export interface Pages {
  readonly memory: ArrayBuffer
  /** Where page `number` starts in `memory`, a multiple of 4, or -1 when it is not at hand. */
  at(number: number): number
}

/** Pages of a file that is in memory as a whole. */
export function wholeFile(file: ArrayBuffer, starts: Uint32Array): Pages {
  return { memory: file, at: (number) => starts[number] ?? -1 }
}

/** Some pages of a file that lies elsewhere; the page asked for longest ago makes room. */
export interface PageCache extends Pages {
  /** How often so far a page was asked for that was not at hand. */
  misses(): number
  /** Those pages; from then on they count as on their way. */
  wanted(): readonly number[]
  /** Takes a page in. */
  put(number: number, page: Uint8Array): void
}

/**
 * @param pageCount of the file
 * @param slotBytes of the largest page, a multiple of 4
 */
export function pageCache(pageCount: number, slotBytes: number, slots: number): PageCache {
  const memory = new ArrayBuffer(slotBytes * slots)
  const bytes = new Uint8Array(memory)
  const slotOf = new Int16Array(pageCount).fill(-1)
  const pageIn = new Int32Array(slots).fill(-1)
  const lastAsked = new Float64Array(slots)
  let asked = 0
  let misses = 0
  let missed = new Set<number>()
  return {
    memory,
    at(number) {
      const slot = slotOf[number] ?? -1
      if (slot === -1) {
        missed.add(number)
        misses++
        return -1
      }
      lastAsked[slot] = ++asked
      return slot * slotBytes
    },
    misses: () => misses,
    wanted() {
      const numbers = [...missed]
      missed = new Set()
      return numbers
    },
    put(number, page) {
      if (page.length > slotBytes) throw new RangeError('a page larger than its slot')
      const known = slotOf[number] ?? -1
      const slot = known === -1 ? lastAsked.indexOf(Math.min(...lastAsked)) : known
      slotOf[pageIn[slot] ?? -1] = -1
      pageIn[slot] = number
      slotOf[number] = slot
      lastAsked[slot] = ++asked
      bytes.set(page, slot * slotBytes)
    },
  }
}
