import type { CategoryId } from '#shared/domain/category.ts'
import { HostArena } from './host-arena.ts'
import { type ListLine, longestLine, readListLine, type RefusalReason } from './list-line.ts'
import type { LineReader } from './list-lines.ts'
import { plainStart } from './plain-host.ts'
import { SourceSets } from './source-sets.ts'

/** The member of a set of sources that stands for source `number` naming a site. */
export const naming = (number: number): number => number * 2
/** The source that a member which names a site stands for. */
export const sourceOf = (member: number): number => member / 2
/** The member for source `number` taking a site back. */
export const takingBack = (number: number): number => number * 2 + 1

/** Refused lines of a source: how many for each reason, and a few of them. */
export type Refusals = Partial<Record<RefusalReason, { count: number; samples: string[] }>>

/** What reading a source came to. */
export interface SourceCount {
  name: string
  category: CategoryId
  /** Lines that said something, refused ones included. */
  read: number
  /** Sites taken from it, each once. */
  taken: number
  duplicate: number
  /** Sites that the list takes back. */
  exceptions: number
  refused: Refusals
}

/** More samples than this of refused lines tell nobody more. */
const mostSamples = 5

/** Everything that the sources name, and which of them name it. */
export class Gathered {
  readonly arena: HostArena
  readonly sets = new SourceSets()
  /** `host/path` as `siteName` writes it -> number of its set of sources. */
  readonly paths = new Map<string, number>()
  #hostSets = new Uint32Array(1 << 12)

  /** @param expected about how many hosts there will be */
  constructor(expected?: number) {
    this.arena = new HostArena(expected)
  }

  /** The set of sources of a host by its number. */
  setOf(host: number): number {
    return this.#hostSets[host] ?? 0
  }

  /** The number of a host, which from now on is known, if only as a parent of others. */
  know(host: string): number {
    const bytes = Buffer.from(host, 'latin1')
    return this.arena.put(bytes, 0, bytes.length)
  }

  /**
   * A reader of lines that adds what they name to source `number`. Host names in the one form already, which nearly all lines are, never
   * become strings here. `readRow` reads the others.
   */
  reader(number: number, count: SourceCount, readRow: ((row: string) => ListLine) | null): LineReader {
    const member = naming(number)
    const decoder = new TextDecoder()
    return (bytes, from, to) => {
      const start = readRow === null ? plainStart(bytes, from, to) : -1
      if (start >= 0) {
        count.read++
        this.#addHost(this.arena.put(bytes, start, to), member, count)
        return
      }
      if (to - from > longestLine) {
        count.read++
        refuse(count, 'too-long', decoder.decode(bytes.subarray(from, from + 80)))
        return
      }
      const text = decoder.decode(bytes.subarray(from, to))
      const line = (readRow ?? readListLine)(text)
      if (line === 'nothing') return
      count.read++
      if ('refused' in line) refuse(count, line.refused, text)
      else for (const site of line.sites) this.#addSite(site, number, line.except, count)
    }
  }

  /** Forgets all that source `number` said. */
  forget(number: number): void {
    const left = Uint32Array.from({ length: this.sets.size }, (_, set) =>
      this.sets.without(this.sets.without(set, naming(number)), takingBack(number)),
    )
    for (let host = 0; host < this.arena.size; host++) this.#hostSets[host] = left[this.#hostSets[host]!]!
    for (const [path, set] of this.paths) this.paths.set(path, left[set]!)
  }

  #addSite(site: string, number: number, except: boolean, count: SourceCount): void {
    const member = except ? takingBack(number) : naming(number)
    if (except) count.exceptions++
    if (!site.includes('/')) {
      this.#addHost(this.know(site), member, except ? null : count)
      return
    }
    const set = this.paths.get(site) ?? 0
    const made = this.sets.with(set, member)
    this.paths.set(site, made)
    if (!except) counted(count, made !== set)
  }

  #addHost(host: number, member: number, count: SourceCount | null): void {
    if (host >= this.#hostSets.length) {
      const larger = new Uint32Array(this.#hostSets.length * 2)
      larger.set(this.#hostSets)
      this.#hostSets = larger
    }
    const set = this.#hostSets[host]!
    const made = this.sets.with(set, member)
    this.#hostSets[host] = made
    if (count) counted(count, made !== set)
  }
}

function counted(count: SourceCount, isNew: boolean): void {
  if (isNew) count.taken++
  else count.duplicate++
}

function refuse(count: SourceCount, reason: RefusalReason, text: string): void {
  const refusal = (count.refused[reason] ??= { count: 0, samples: [] })
  refusal.count++
  if (refusal.samples.length < mostSamples) refusal.samples.push(text.trim().slice(0, 80))
}
