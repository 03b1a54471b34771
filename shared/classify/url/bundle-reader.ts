import { parseJson } from '../../base/parse.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { type Address, isIpAddress } from '../../domain/address.ts'
import type { CategoryId } from '../../domain/category.ts'
import {
  bucketCount,
  BundleFacts,
  formatVersion,
  headerBytes,
  layout,
  magic,
  pathRulesBit,
} from './bundle-format.ts'
import { type Key, pathKey, SuffixHash } from './host-hash.ts'

/** A rule of a bundle that covers an address. */
export interface Match {
  readonly categories: readonly CategoryId[]
  readonly host: string
  /** `/` when the rule is about the whole host. */
  readonly path: string
}

/** A bundle in use: a view on its bytes. */
export interface ListBundle {
  readonly facts: BundleFacts
  readonly bytes: number
  readonly hosts: number
  readonly paths: number
  /** Every rule that covers the address: the whole host first, then its parents; a host's path rules come before it. */
  lookup(address: Address): Match[]
}

/**
 * Opens a bundle without copying it. Refuses what is no bundle, is of another format version, is cut short or has room to spare,
 * or whose facts are broken. Whether the bytes are the ones the school published is checked by hash before this.
 */
export function openBundle(buffer: ArrayBuffer): Result<ListBundle> {
  if (buffer.byteLength < headerBytes) return err('list bundle: too short')
  const view = new DataView(buffer)
  if (view.getUint32(0, true) !== magic) return err('list bundle: not a list bundle')
  const version = view.getUint16(4, true)
  if (version !== formatVersion)
    return err(`list bundle: format ${version}, this version reads ${formatVersion}`)
  const [size, hosts, paths, setBytes, jsonBytes] = [8, 12, 16, 20, 24].map((at) =>
    view.getUint32(at, true),
  ) as [number, number, number, number, number]
  const at = layout(hosts, paths, setBytes, jsonBytes)
  if (size !== buffer.byteLength || at.end !== size) return err('list bundle: truncated or padded')
  const facts = readFacts(buffer, at.json, jsonBytes)
  if (!facts.ok) return facts
  const words = (offset: number, length: number): Uint32Array => new Uint32Array(buffer, offset, length)
  const buckets = words(at.buckets, bucketCount + 1)
  if (buckets[bucketCount] !== hosts) return err('list bundle: broken index')
  const hostTable = new KeyTable(
    words(at.hostHigh, hosts),
    words(at.hostLow, hosts),
    new Uint16Array(buffer, at.hostSets, hosts),
  )
  const pathTable = new KeyTable(
    words(at.pathHigh, paths),
    words(at.pathLow, paths),
    new Uint16Array(buffer, at.pathSets, paths),
  )
  const sets = new Uint8Array(buffer, at.sets, setBytes)
  const { categories } = facts.value
  const members = (set: number): CategoryId[] => {
    const start = (set & ~pathRulesBit) * 2
    const found: CategoryId[] = []
    for (const number of sets.subarray(start + 1, start + 1 + (sets[start] ?? 0))) {
      const category = categories[number]
      if (category) found.push(category)
    }
    return found
  }

  const lookup = (address: Address): Match[] => {
    const matches: Match[] = []
    forEachParent(address, (host, key) => {
      const bucket = key.high >>> 16
      const set = hostTable.find(key, buckets[bucket] ?? 0, buckets[bucket + 1] ?? 0)
      if (set === null) return
      const own: Match[] = []
      if (set & pathRulesBit) {
        for (const prefix of prefixes(address.path)) {
          const found = pathTable.find(pathKey(host, prefix), 0, paths)
          if (found !== null) own.unshift({ categories: members(found), host, path: prefix })
        }
      }
      const whole = members(set)
      if (whole.length > 0) own.push({ categories: whole, host, path: '/' })
      matches.unshift(...own)
    })
    return matches
  }
  return ok({ facts: facts.value, bytes: size, hosts, paths, lookup })
}

function readFacts(buffer: ArrayBuffer, offset: number, length: number): Result<BundleFacts> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(buffer, offset, length))
  } catch {
    return err('list bundle: facts are not UTF-8')
  }
  const facts = parseJson(BundleFacts, text)
  return facts.ok ? facts : err(`list bundle: ${facts.error}`)
}

/** Calls `visit` for each parent of the host that ends at a label, shortest first, and for the host itself. */
function forEachParent({ host }: Address, visit: (host: string, key: Key) => void): void {
  const isIp = isIpAddress(host)
  const hash = new SuffixHash()
  for (let at = host.length - 1; at >= 0; at--) {
    hash.add(host.charCodeAt(at))
    if (at === 0 || (!isIp && host.charCodeAt(at - 1) === 46)) visit(host.slice(at), hash.key())
  }
}

/** `/a/b/c` gives `/a`, `/a/b`, `/a/b/c`. At most 16, so that a hostile path costs no more. */
function prefixes(path: string): string[] {
  const found: string[] = []
  for (let at = path.indexOf('/', 1); at !== -1 && found.length < 15; at = path.indexOf('/', at + 1))
    found.push(path.slice(0, at))
  if (path.length > 1 && !path.endsWith('/')) found.push(path)
  return found
}

class KeyTable {
  readonly #high: Uint32Array
  readonly #low: Uint32Array
  readonly #sets: Uint16Array

  constructor(high: Uint32Array, low: Uint32Array, sets: Uint16Array) {
    this.#high = high
    this.#low = low
    this.#sets = sets
  }

  /** The set stored for `key` among entries `from` to `to`, or null. */
  find(key: Key, from: number, to: number): number | null {
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = (this.#high[middle] ?? 0) - key.high || (this.#low[middle] ?? 0) - key.low
      if (order === 0) return this.#sets[middle] ?? null
      if (order < 0) low = middle + 1
      else high = middle
    }
    return null
  }
}
