import type { CategoryId } from '#shared/domain/category.ts'
import type { HoldReason, ListReport } from './list-report.ts'

type Entry = ListReport['heldBack'][number]

/** As many sites of a kind are named; the rest is counted. Enough to name every public suffix and popular site of a bad list. */
const mostNamed = 1000

/** What was held back, gathered by source and reason. */
export class HeldBack {
  readonly #entries = new Map<string, Entry>()

  add(source: string, category: CategoryId, reason: HoldReason, site: string): void {
    const entry = this.#entry(source, category, reason)
    entry.count++
    if (entry.sites.length < mostNamed) entry.sites.push(site)
  }

  /** Counts sites without naming them. */
  count(source: string, category: CategoryId, reason: HoldReason, count: number): void {
    if (count > 0) this.#entry(source, category, reason).count += count
  }

  /** By source and reason, with the sites in the order of the alphabet. */
  entries(): Entry[] {
    return [...this.#entries]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, entry]) => ({ ...entry, sites: entry.sites.toSorted() }))
  }

  #entry(source: string, category: CategoryId, reason: HoldReason): Entry {
    const key = `${source} ${reason} ${category}`
    const entry = this.#entries.get(key) ?? { source, category, reason, count: 0, sites: [] }
    this.#entries.set(key, entry)
    return entry
  }
}
