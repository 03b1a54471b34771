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
  /** True when a page was asked for that is not at hand. */
  isMissing(): boolean
  /** Those pages; from then on they count as on their way. */
  wanted(): readonly number[]
  /** Takes a page in. */
  put(number: number, page: Uint8Array): void
}

/** @param slotBytes of the largest page, a multiple of 4 */
export function pageCache(slotBytes: number, slots: number): PageCache {
  const memory = new ArrayBuffer(slotBytes * slots)
  const bytes = new Uint8Array(memory)
  const slotOf = new Map<number, number>()
  let missed = new Set<number>()
  const hurried = (number: number, slot: number): void => {
    slotOf.delete(number)
    slotOf.set(number, slot)
  }
  return {
    memory,
    at(number) {
      const slot = slotOf.get(number)
      if (slot === undefined) {
        missed.add(number)
        return -1
      }
      hurried(number, slot)
      return slot * slotBytes
    },
    isMissing: () => missed.size > 0,
    wanted() {
      const numbers = [...missed]
      missed = new Set()
      return numbers
    },
    put(number, page) {
      if (page.length > slotBytes) throw new RangeError('a page larger than its slot')
      const oldest = slotOf.entries().next().value
      const full = slotOf.size === slots && !slotOf.has(number) && oldest !== undefined
      const slot = slotOf.get(number) ?? (full ? oldest[1] : slotOf.size)
      if (full) slotOf.delete(oldest[0])
      hurried(number, slot)
      bytes.set(page, slot * slotBytes)
    },
  }
}
