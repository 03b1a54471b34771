import { type CategoryId, categoryIds } from '../../domain/category.ts'
import { readSitePattern, type SiteRuleParts } from '../../domain/site.ts'

/** What is asked of a map of millions of hosts. A `Map` can; a build has something a third of its size. */
export interface HostSets
  extends Pick<Map<string, number>, 'get' | 'has' | 'keys' | 'size'>, Iterable<[string, number]> {
  set(host: string, set: number): unknown
}

/**
 * Rules of millions of sites, each with a set of categories. Sets are made once and named by a number, so a rule costs a string and
 * a number. Number 0 is the empty set.
 */
export class RuleTable {
  /** Host in `readAddress`'s form -> number of its set. */
  readonly hosts: HostSets
  /** `host/path` or `host/path?name=value` in `siteName`'s form -> number of its set. */
  readonly paths = new Map<string, number>()
  readonly #sets: (readonly CategoryId[])[] = [[]]
  readonly #numbers = new Map<string, number>([['', 0]])
  readonly #grown: Map<CategoryId, number>[] = []

  constructor(hosts: HostSets = new Map<string, number>()) {
    this.hosts = hosts
  }

  /** The categories of set `number`, in the order of the vocabulary. */
  categoriesOf(number: number): readonly CategoryId[] {
    return this.#sets[number] ?? []
  }

  /** The number of the set of these categories, whatever their order. */
  setOf(categories: Iterable<CategoryId>): number {
    const wanted = new Set(categories)
    const members = categoryIds.filter((id) => wanted.has(id))
    const name = members.join(',')
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#sets.push(members)
    this.#numbers.set(name, this.#sets.length - 1)
    return this.#sets.length - 1
  }

  /** The number of set `number` with one category more. */
  grown(number: number, category: CategoryId): number {
    const steps = (this.#grown[number] ??= new Map<CategoryId, number>())
    const known = steps.get(category)
    if (known !== undefined) return known
    const made = this.setOf([...this.categoriesOf(number), category])
    steps.set(category, made)
    return made
  }

  /** Adds a category to a host that is in `readAddress`'s form already: the fast way for long lists. */
  addHost(host: string, category: CategoryId): void {
    this.hosts.set(host, this.grown(this.hosts.get(host) ?? 0, category))
  }

  /** Adds a category to a site as a person writes it. False when it is none. */
  add(site: string, category: CategoryId): boolean {
    const parts = readSitePattern(site)
    if (parts === null) return false
    const name = siteName(parts)
    const rules = name === parts.host ? this.hosts : this.paths
    rules.set(name, this.grown(rules.get(name) ?? 0, category))
    return true
  }
}

/** A rule in one form: `host`, `host/path`, `host/path?name=value`. */
export const siteName = ({ host, path, query }: SiteRuleParts): string =>
  query === '' ? (path === '/' ? host : host + path) : `${host}${path}?${query}`
