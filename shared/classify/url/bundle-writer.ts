import type { CategoryId } from '../../domain/category.ts'
import {
  bucketCount,
  type BundleFacts,
  formatVersion,
  layout,
  magic,
  pathRulesBit,
} from './bundle-format.ts'
import { compareKeys, hostKey, type Key, pathKey } from './host-hash.ts'
import { readSitePattern } from '../../domain/site.ts'

/** What goes into a bundle: rules (`host` or `host/path`) with their categories. */
export interface BundleInput {
  readonly rules: ReadonlyMap<string, ReadonlySet<CategoryId>>
  readonly facts: Omit<BundleFacts, 'categories'>
}

interface Entry {
  readonly key: Key
  readonly set: number
}

/**
 * Writes a bundle in the layout of bundle-format.ts. Same input, same bytes, whatever the order of the rules.
 * Throws when the categories form more sets than the format can name: that is no list but a mistake.
 */
export function writeBundle({ rules, facts }: BundleInput): ArrayBuffer {
  const categories = [...new Set([...rules.values()].flatMap((set) => [...set]))].toSorted()
  const sets = new SetTable(categories)
  const hosts = new Map<string, { categories: ReadonlySet<CategoryId>; hasPaths: boolean }>()
  const paths: Entry[] = []
  for (const [pattern, found] of rules) {
    const rule = readSitePattern(pattern)
    if (!rule) continue
    const known = hosts.get(rule.host)
    if (rule.path === '/') {
      hosts.set(rule.host, { categories: new Set([...(known?.categories ?? []), ...found]), hasPaths: known?.hasPaths ?? false })
    } else {
      hosts.set(rule.host, { categories: known?.categories ?? new Set(), hasPaths: true })
      paths.push({ key: pathKey(rule.host, rule.path), set: sets.number(found) })
    }
  }
  const hostEntries = [...hosts].map(([host, { categories: found, hasPaths }]): Entry => ({
    key: hostKey(host),
    set: sets.number(found) | (hasPaths ? pathRulesBit : 0),
  }))
  return lay(hostEntries.toSorted(byKey), paths.toSorted(byKey), sets.bytes(), { ...facts, categories })
}

const byKey = (one: Entry, other: Entry): number => compareKeys(one.key, other.key)

function lay(hosts: readonly Entry[], paths: readonly Entry[], setBytes: Uint8Array, facts: BundleFacts): ArrayBuffer {
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

/** Category sets, each stored once; a set's number is half its byte offset. */
class SetTable {
  readonly #categories: readonly CategoryId[]
  readonly #numbers = new Map<string, number>()
  readonly #bytes: number[] = []

  constructor(categories: readonly CategoryId[]) {
    this.#categories = categories
  }

  number(found: ReadonlySet<CategoryId>): number {
    const members = [...found].map((id) => this.#categories.indexOf(id)).toSorted((a, b) => a - b)
    const name = members.join(',')
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#bytes.length / 2
    if (number >= pathRulesBit) throw new RangeError('more category sets than a bundle can name')
    this.#bytes.push(members.length, ...members)
    if (this.#bytes.length % 2 === 1) this.#bytes.push(0)
    this.#numbers.set(name, number)
    return number
  }

  bytes(): Uint8Array {
    const padded = [...this.#bytes]
    while (padded.length % 4 !== 0) padded.push(0)
    return Uint8Array.from(padded)
  }
}
