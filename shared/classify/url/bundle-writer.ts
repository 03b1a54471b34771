import type { CategoryId } from '../../domain/category.ts'
import { readSitePattern } from '../../domain/site.ts'
import { bucketCount, type BundleFacts, formatVersion, layout, magic, pathRulesBit } from './bundle-format.ts'
import { compareKeys, hostKey, type Key, pathKey } from './host-hash.ts'

/** What goes into a bundle: rules (`host` or `host/path`) with their categories. */
export interface BundleInput {
  readonly rules: ReadonlyMap<string, ReadonlySet<CategoryId>>
  readonly facts: Omit<BundleFacts, 'categories'>
}

interface Entry {
  readonly key: Key
  readonly set: number
}

type Categories = ReadonlySet<CategoryId>

/**
 * Writes a bundle in the layout of bundle-format.ts. Same input, same bytes, whatever the order of the rules.
 * Throws when the categories form more sets than the format can name: that is no list but a mistake.
 */
export function writeBundle({ rules, facts }: BundleInput): ArrayBuffer {
  const { hosts, paths, hostsWithPaths } = sortOut(rules)
  const sets = new SetTable([...hosts.values(), ...[...paths.values()].map((rule) => rule.categories)])
  const hostEntries = [...hosts].map(([host, found]): Entry => ({
    key: hostKey(host),
    set: sets.number(found) | (hostsWithPaths.has(host) ? pathRulesBit : 0),
  }))
  const pathEntries = [...paths.values()].map(({ host, path, categories }): Entry => ({
    key: pathKey(host, path),
    set: sets.number(categories),
  }))
  return lay(hostEntries.toSorted(byKey), pathEntries.toSorted(byKey), sets.bytes(), {
    ...facts,
    categories: [...sets.categories],
  })
}

/** Rules as hosts and host/path pairs, those of the same host or pair joined. A host that only has path rules has no categories. */
function sortOut(rules: BundleInput['rules']) {
  const none: Categories = new Set()
  const hosts = new Map<string, Categories>()
  const paths = new Map<string, { host: string; path: string; categories: Categories }>()
  const hostsWithPaths = new Set<string>()
  const joined = (known: Categories | undefined, more: Categories): Categories =>
    known === undefined || known.size === 0 ? more : new Set([...known, ...more])
  for (const [pattern, found] of rules) {
    const rule = readSitePattern(pattern)
    if (!rule) continue
    const { host, path } = rule
    if (path === '/') {
      hosts.set(host, joined(hosts.get(host), found))
      continue
    }
    hostsWithPaths.add(host)
    hosts.set(host, hosts.get(host) ?? none)
    const name = host + path
    paths.set(name, { host, path, categories: joined(paths.get(name)?.categories, found) })
  }
  return { hosts, paths, hostsWithPaths }
}

const byKey = (one: Entry, other: Entry): number => compareKeys(one.key, other.key)

function lay(
  hosts: readonly Entry[],
  paths: readonly Entry[],
  setBytes: Uint8Array,
  facts: BundleFacts,
): ArrayBuffer {
  const json = new TextEncoder().encode(JSON.stringify(facts))
  const at = layout(hosts.length, paths.length, setBytes.length, json.length)
  const buffer = new ArrayBuffer(at.end)
  const view = new DataView(buffer)
  view.setUint32(0, magic, true)
  view.setUint16(4, formatVersion, true)
  for (const [index, value] of [at.end, hosts.length, paths.length, setBytes.length, json.length].entries()) {
    view.setUint32(8 + index * 4, value, true)
  }
  let first = 0
  for (let bucket = 0; bucket <= bucketCount; bucket++) {
    while (first < hosts.length && (hosts[first]?.key.high ?? 0) >>> 16 < bucket) first++
    view.setUint32(at.buckets + bucket * 4, first, true)
  }
  const put = (entries: readonly Entry[], high: number, low: number, sets: number): void => {
    for (const [index, entry] of entries.entries()) {
      view.setUint32(high + index * 4, entry.key.high, true)
      view.setUint32(low + index * 4, entry.key.low, true)
      view.setUint16(sets + index * 2, entry.set, true)
    }
  }
  put(hosts, at.hostHigh, at.hostLow, at.hostSets)
  put(paths, at.pathHigh, at.pathLow, at.pathSets)
  new Uint8Array(buffer, at.sets, setBytes.length).set(setBytes)
  new Uint8Array(buffer, at.json, json.length).set(json)
  return buffer
}

/** Category sets, each stored once, in an order of their own; a set's number is half its byte offset. */
class SetTable {
  readonly categories: readonly CategoryId[]
  readonly #numbers = new Map<string, number>()
  readonly #names = new WeakMap<Categories, string>()
  readonly #bytes: number[] = []

  constructor(sets: readonly Categories[]) {
    this.categories = [...new Set(sets.flatMap((set) => [...set]))].toSorted()
    for (const name of new Set(sets.map((set) => this.#nameOf(set)).toSorted())) {
      const number = this.#bytes.length / 2
      if (number >= pathRulesBit) throw new RangeError('more category sets than a bundle can name')
      this.#numbers.set(name, number)
      const members = name === '' ? [] : name.split(',').map(Number)
      this.#bytes.push(members.length, ...members)
      if (this.#bytes.length % 2 === 1) this.#bytes.push(0)
    }
  }

  number(set: Categories): number {
    const number = this.#numbers.get(this.#nameOf(set))
    if (number === undefined) throw new RangeError('a set that the table was not made with')
    return number
  }

  bytes(): Uint8Array {
    const padded = [...this.#bytes]
    while (padded.length % 4 !== 0) padded.push(0)
    return Uint8Array.from(padded)
  }

  #nameOf(set: Categories): string {
    const known = this.#names.get(set)
    if (known !== undefined) return known
    const members = [...set].map((id) => this.categories.indexOf(id)).toSorted((a, b) => a - b)
    const name = members.join(',')
    this.#names.set(set, name)
    return name
  }
}
