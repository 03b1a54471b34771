import { type CategoryId, isCategoryId } from '../../domain/category.ts'
import { hasPaths, kinds, memberMask } from './bundle-format.ts'
import type { BundleHead } from './bundle-head.ts'
import { SuffixKeys } from './host-hash.ts'
import { type IsRemoved, TableReader } from './page-reader.ts'
import type { Pages } from './pages.ts'

/** More rules than can cover one host: one for each of its labels. */
const mostHits = 128

/** One file of rules, full or delta, over its head and whatever pages are at hand. What `findHosts` found stays until it is asked again. */
export class BundleView {
  readonly head: BundleHead
  /** Keys of the host that was asked for last. */
  readonly keys: SuffixKeys
  /** Index of the label, and number of the set, of each rule found, shortest host first. */
  readonly hitLabel = new Int32Array(mostHits)
  readonly hitSet = new Int32Array(mostHits)
  /** How many were found. */
  hits = 0
  readonly #hosts: TableReader
  readonly #paths: TableReader
  readonly #phrases: TableReader
  readonly #texts: SuffixKeys
  readonly #headHigh: Uint32Array
  readonly #headLow: Uint32Array
  readonly #headInfo: Uint16Array
  readonly #singleLabels: boolean
  readonly #categories: (readonly CategoryId[])[] = []

  readonly #headsCount: boolean

  /** @param isRemoved set for the base of a delta, which has heads of its own: then those of the base are no rules any more */
  constructor(head: BundleHead, pages: Pages, isRemoved: IsRemoved | null = null) {
    this.head = head
    this.#headsCount = isRemoved === null
    const { shape, at } = head
    const codes = (table: number): Uint16Array =>
      head.halves.subarray(at.codes / 2 + table * 16, at.codes / 2 + (table + 1) * 16)
    this.keys = new SuffixKeys(shape.seed)
    this.#texts = new SuffixKeys(shape.seed)
    this.#hosts = new TableReader(shape.hosts, 0, codes(0), pages, isRemoved)
    this.#paths = new TableReader(shape.paths, shape.hosts.pages, codes(1), pages, isRemoved)
    const before = shape.hosts.pages + shape.paths.pages
    this.#phrases = new TableReader(shape.phrases, before, codes(2), pages, isRemoved)
    this.#headHigh = head.words.subarray(at.headHigh / 4, at.headHigh / 4 + shape.slots)
    this.#headLow = head.words.subarray(at.headLow / 4, at.headLow / 4 + shape.slots)
    this.#headInfo = head.halves.subarray(at.headInfo / 2, at.headInfo / 2 + shape.slots)
    this.#singleLabels = shape.singleLabels
  }

  /**
   * Finds the rules of a host and its parents, and answers how many there are. Allocates nothing.
   * @param whole for IP addresses, which have no parents
   */
  findHosts(host: string, whole: boolean): number {
    this.hits = this.#find(host, whole)
    return this.hits
  }

  #find(host: string, whole: boolean): number {
    const { keys } = this
    const labels = keys.read(host, whole)
    let hits = 0
    let base = 0
    if (this.#singleLabels && !whole) {
      const set = this.#headSet(0)
      if (set !== -1) {
        hits = this.#headHit(hits, 0, set)
        if (labels === 1) return hits
      }
    }
    if (labels > 1) {
      for (base = 1; ; base++) {
        const set = this.#headSet(base)
        if (set === -1) break
        hits = this.#headHit(hits, base, set)
        if (base === labels - 1) return hits
      }
    }
    this.#hosts.seek(keys.high[base]!)
    for (let label = base; label < labels; label++) {
      const set = this.#hosts.match(keys.high[label]!, keys.low[label]!)
      if (set !== -1) hits = this.#hit(hits, label, set)
    }
    return hits
  }

  /** The set of a path rule, by `pathText`, or -1. */
  findPath(text: string): number {
    return this.#findText(this.#paths, text)
  }

  /** The set of a phrase, folded words with a space between, or -1. */
  findPhrase(words: string): number {
    return this.#findText(this.#phrases, words)
  }

  /** True when the host of a set has path rules. */
  hasPaths(set: number): boolean {
    return ((this.head.bytes[this.#setStart(set)] ?? 0) & hasPaths) !== 0
  }

  /** The set of the rule found for the name that ends with this label, or -1. */
  setAt(label: number): number {
    for (let hit = 0; hit < this.hits; hit++) if (this.hitLabel[hit] === label) return this.hitSet[hit]!
    return -1
  }

  /** The categories of a set, made once. */
  categoriesOf(set: number): readonly CategoryId[] {
    return (this.#categories[set] ??= [...this.membersOf(set)].flatMap(
      (member) => this.categoryOf(member) ?? [],
    ))
  }

  /** The category of a member, or null when this version does not know it. */
  categoryOf(member: number): CategoryId | null {
    const name = this.head.categories[member & memberMask] ?? ''
    return isCategoryId(name) ? name : null
  }

  /** The members of a set as they lie. */
  membersOf(set: number): Uint8Array {
    return this.head.bytes.subarray(this.#setStart(set) + 1, this.#setStart(set + 1))
  }

  #setStart(set: number): number {
    const { at, halves } = this.head
    return at.members + (halves[at.setStarts / 2 + set] ?? 0)
  }

  #findText(table: TableReader, text: string): number {
    this.#texts.read(text, true)
    table.seek(this.#texts.high[0]!)
    return table.match(this.#texts.high[0]!, this.#texts.low[0]!)
  }

  /** Set 0 is the empty one: most heads are no rules themselves. */
  #headHit(hits: number, label: number, set: number): number {
    return set === 0 || !this.#headsCount ? hits : this.#hit(hits, label, set)
  }

  #hit(hits: number, label: number, set: number): number {
    this.hitLabel[hits] = label
    this.hitSet[hits] = set
    return hits + 1
  }

  /** The set of the head with the key of these labels, or -1 when that is none. */
  #headSet(label: number): number {
    const info = this.#headInfo
    const slots = info.length
    if (slots === 0) return -1
    const low = this.keys.low[label]!
    for (let tries = 0, slot = low & (slots - 1); tries < slots; tries++, slot = (slot + 1) & (slots - 1)) {
      const set = info[slot]!
      if (set === 0) return -1
      if (this.#headLow[slot] === low && this.#headHigh[slot] === this.keys.high[label]) return set - 1
    }
    return -1
  }
}

/** Tells which entries of its base a delta has taken out. */
export function removedBy({ shape, at, words, halves }: BundleHead): IsRemoved | null {
  if (shape.kind !== kinds.delta) return null
  return (page, entry) => {
    let low = words[at.removedStarts / 4 + page]!
    let high = words[at.removedStarts / 4 + page + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      const found = halves[at.removed / 2 + middle]!
      if (found === entry) return true
      if (found < entry) low = middle + 1
      else high = middle
    }
    return false
  }
}
