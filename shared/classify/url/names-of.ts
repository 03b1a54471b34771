import { isIpAddress } from '../../domain/address.ts'
import { type CategoryId, isHarm, isSafe, traitsOf } from '../../domain/category.ts'
import { type ListedNames, type NameSet, parentsOf } from '../../domain/listed-names.ts'
import { isNameable } from './names-file.ts'
import type { RuleTable } from './rule-table.ts'

/** Graver than this, a category's hosts come first whether anybody goes there or not: there are few of them. */
const gravest = 3

/** A harmful host that needs a rule of its own. */
interface Wanted {
  readonly host: string
  readonly set: number
  /** 0 gravest, 1 popular, 2 the rest. */
  readonly tier: number
  readonly severity: number
  /** 1 is the most visited; infinite when nobody knows. */
  readonly rank: number
}

/**
 * The names that rules of the browser's own engine are made of: harmful hosts, the gravest first, then those that many people visit, then the
 * rest by severity and name; each is followed by the safe hosts below it. A host whose parent says as much is left out.
 * @param popularRank 1 for the most visited host there is
 * @param most how many hosts at most
 */
export function namesOf(
  rules: RuleTable,
  popularRank: ReadonlyMap<string, number>,
  most: number,
): ListedNames {
  const safe = safeBelow(rules)
  const wanted = wantedOf(rules, popularRank).toSorted(byNeed)
  const sets = new Sets(rules)
  for (const { set, rank } of wanted) sets.count(set, Number.isFinite(rank))
  const taken = new Set<string>()
  const [hosts, setOf, popular]: [string[], number[], number[]] = [[], [], []]
  const take = (host: string, number: number, rank: number): void => {
    taken.add(host)
    hosts.push(host)
    setOf.push(number)
    popular.push(Number.isFinite(rank) ? 1 : 0)
  }
  for (const { host, set, rank } of wanted) {
    if (hosts.length >= most) break
    const below = (safe.get(host) ?? []).filter(({ host: name }) => !taken.has(name))
    const ownExtra = below.filter(({ host: name }) => name === host).flatMap(({ categories }) => categories)
    const others = below.filter(({ host: name }) => name !== host)
    // A host without the safe ones below it would shut those.
    if (taken.has(host) || hosts.length + 1 + others.length > most) continue
    take(host, sets.numberOf([...rules.categoriesOf(set), ...ownExtra]), rank)
    for (const { host: name, categories } of others)
      take(name, sets.numberOf(categories), Number.POSITIVE_INFINITY)
  }
  return { hosts, setOf: Uint16Array.from(setOf), popular: Uint8Array.from(popular), sets: sets.all() }
}

const isLocked = (id: CategoryId): boolean => traitsOf(id).locked === true

/** Help opens everything below it. */
const isSupported = (rules: RuleTable, host: string): boolean =>
  !isIpAddress(host) &&
  [...parentsOf(host)].some((parent) => rules.categoriesOf(rules.hosts.get(parent) ?? 0).includes('support'))

/** What is harmful and safe at once is safe, but for what is locked. */
const canBeShut = (categories: readonly CategoryId[]): boolean =>
  categories.some(isLocked) || (categories.some(isHarm) && !categories.some(isSafe))

const byNeed = (one: Wanted, other: Wanted): number =>
  one.tier - other.tier ||
  other.severity - one.severity ||
  (one.rank === other.rank ? 0 : one.rank - other.rank) ||
  (one.host < other.host ? -1 : 1)

function wantedOf(rules: RuleTable, popularRank: ReadonlyMap<string, number>): Wanted[] {
  const ranks = new Map<string, number>()
  const alone: string[] = []
  for (const [host, set] of rules.hosts) {
    if (!isNameable(host) || !canBeShut(rules.categoriesOf(set))) continue
    if (isSupported(rules, host) && !rules.categoriesOf(set).some(isLocked)) continue
    const rank = popularRank.get(host) ?? Number.POSITIVE_INFINITY
    const parent = saysAsMuch(rules, host, set)
    if (parent === null) alone.push(host)
    // Whoever stands for a popular host is needed as much as that one.
    const owner = parent ?? host
    ranks.set(owner, Math.min(rank, ranks.get(owner) ?? Number.POSITIVE_INFINITY))
  }
  return alone.map((host) => {
    const set = rules.hosts.get(host) ?? 0
    const rank = ranks.get(host) ?? Number.POSITIVE_INFINITY
    const severity = Math.max(...rules.categoriesOf(set).map((id) => traitsOf(id).flag))
    const tier = severity >= gravest ? 0 : Number.isFinite(rank) ? 1 : 2
    return { host, set, tier, severity, rank }
  })
}

/** The topmost parent that makes a rule for `host` needless; null when there is none. Only the nearest listed one above each is asked. */
function saysAsMuch(rules: RuleTable, host: string, set: number): string | null {
  if (isIpAddress(host)) return null
  const mine = rules.categoriesOf(set)
  let found: string | null = null
  for (const parent of parentsOf(host)) {
    const theirs = rules.hosts.get(parent)
    if (theirs === undefined) continue
    const categories = rules.categoriesOf(theirs)
    if (categories.some(isSafe) || !mine.every((id) => isSafe(id) || categories.includes(id))) break
    if (isNameable(parent)) found = parent
  }
  return mine.some(isSafe) ? null : found
}

interface SafeHost {
  readonly host: string
  readonly categories: readonly CategoryId[]
}

/** For each harmful host the safe ones below it, itself included where a part of it is safe. */
function safeBelow(rules: RuleTable): Map<string, SafeHost[]> {
  const below = new Map<string, SafeHost[]>()
  const note = (host: string, categories: readonly CategoryId[]): void => {
    if (!isNameable(host) || isIpAddress(host)) return
    for (const parent of [host, ...parentsOf(host)]) {
      const theirs = rules.hosts.get(parent)
      if (theirs === undefined || !rules.categoriesOf(theirs).some(isHarm)) continue
      below.set(parent, [...(below.get(parent) ?? []), { host, categories }])
    }
  }
  for (const [host, set] of rules.hosts) {
    const categories = rules.categoriesOf(set)
    if (categories.some(isSafe)) note(host, categories)
  }
  for (const [site, set] of rules.paths) {
    const categories = rules.categoriesOf(set).filter(isSafe)
    const host = site.slice(0, site.indexOf('/'))
    if (categories.length === 0) continue
    note(host, [...rules.categoriesOf(rules.hosts.get(host) ?? 0), ...categories])
  }
  return below
}

/** The sets of a names file, in the order of their first use. */
class Sets {
  readonly #rules: RuleTable
  readonly #numbers = new Map<number, number>()
  readonly #sets: { categories: readonly CategoryId[]; listed: number; popular: number }[] = []

  constructor(rules: RuleTable) {
    this.#rules = rules
  }

  numberOf(categories: readonly CategoryId[]): number {
    return this.#number(this.#rules.setOf(categories))
  }

  count(set: number, isPopular: boolean): void {
    const counted = this.#sets[this.#number(set)]
    if (counted === undefined) return
    counted.listed++
    if (isPopular) counted.popular++
  }

  all(): readonly NameSet[] {
    return this.#sets
  }

  #number(set: number): number {
    const known = this.#numbers.get(set)
    if (known !== undefined) return known
    this.#sets.push({ categories: this.#rules.categoriesOf(set), listed: 0, popular: 0 })
    this.#numbers.set(set, this.#sets.length - 1)
    return this.#sets.length - 1
  }
}
