import { sha256 } from '@noble/hashes/sha2.js'
import {
  type BundleFacts,
  type BundleShape,
  digestAt,
  formatVersion,
  headerBytes,
  layout,
  magic,
  pageHashBytes,
  unsignedBytes,
} from './bundle-format.ts'
import type { Table } from './page-writer.ts'

/** Everything a bundle consists of, laid out but not yet in one piece. */
export interface Parts {
  readonly kind: number
  readonly seed: number
  readonly singleLabels: boolean
  /** A delta's base, by digest, and the file that both together stand for, by hash; null in a full bundle. */
  readonly between: { readonly base: Uint8Array; readonly target: Uint8Array } | null
  /** Hosts, paths, phrases. */
  readonly tables: readonly [Table, Table, Table]
  readonly longestPhrase: number
  /** Ascending by key. */
  readonly heads: readonly { readonly high: number; readonly low: number; readonly set: number }[]
  readonly sets: { readonly starts: Uint16Array; readonly members: Uint8Array }
  /** What a delta takes out of its base; `starts` is empty in a full bundle. */
  readonly removed: { readonly starts: Uint32Array; readonly entries: Uint16Array }
  readonly names: readonly string[]
  readonly facts: BundleFacts
}

/** Puts the parts into one file, with the hash of each page and the digest of the head. */
export function assemble(parts: Parts): ArrayBuffer {
  const { tables, sets, removed } = parts
  const names = new TextEncoder().encode(parts.names.join('\n'))
  const facts = new TextEncoder().encode(JSON.stringify(parts.facts))
  const [hosts, paths, phrases] = tables
  const shape: BundleShape = {
    kind: parts.kind,
    seed: parts.seed,
    singleLabels: parts.singleLabels,
    hosts: hosts.shape,
    paths: paths.shape,
    phrases: phrases.shape,
    longestPhrase: parts.longestPhrase,
    slots: parts.heads.length === 0 ? 0 : 2 ** Math.ceil(Math.log2(parts.heads.length * 1.5)),
    sets: sets.starts.length - 1,
    memberBytes: sets.members.length,
    nameBytes: names.length,
    factBytes: facts.length,
    removed: removed.entries.length,
    basePages: Math.max(0, removed.starts.length - 1),
  }
  const at = layout(shape)
  const pages = tables.flatMap((table) => table.pages)
  const bytes = pages.reduce((sum, page) => sum + page.length, at.end)
  const file = new Uint8Array(bytes)
  putHeader(file, shape, at.end)
  if (parts.between !== null) {
    file.set(parts.between.base, at.baseDigest)
    file.set(parts.between.target, at.target)
  }
  const words = new Uint32Array(file.buffer, 0, Math.floor(bytes / 4))
  let start = at.end
  for (const [index, page] of pages.entries()) {
    words[at.pageStarts / 4 + index] = start
    file.set(sha256(page).subarray(0, pageHashBytes), at.pageHashes + index * pageHashBytes)
    file.set(page, start)
    start += page.length
  }
  words[at.pageStarts / 4 + pages.length] = start
  const halves = new Uint16Array(file.buffer, 0, Math.floor(bytes / 2))
  putHeads(words, halves, at, shape.slots, parts.heads)
  for (const [index, { codes }] of tables.entries()) halves.set(codes, at.codes / 2 + index * 16)
  halves.set(sets.starts, at.setStarts / 2)
  file.set(sets.members, at.members)
  words.set(removed.starts, at.removedStarts / 4)
  halves.set(removed.entries, at.removed / 2)
  file.set(names, at.names)
  file.set(facts, at.facts)
  file.set(sha256(contentOfHead(file.subarray(0, at.end))), digestAt)
  return file.buffer
}

/** The bytes of a head that its digest is made of. */
export function contentOfHead(head: Uint8Array): Uint8Array {
  const content = new Uint8Array(unsignedBytes + head.length - headerBytes)
  content.set(head.subarray(0, unsignedBytes))
  content.set(head.subarray(headerBytes), unsignedBytes)
  return content
}

function putHeader(file: Uint8Array, shape: BundleShape, headBytes: number): void {
  const view = new DataView(file.buffer)
  view.setUint32(0, magic, true)
  view.setUint16(4, formatVersion, true)
  view.setUint16(6, shape.kind, true)
  const tables = [shape.hosts, shape.paths, shape.phrases].flatMap((table) => [
    table.entries,
    table.pages,
    table.buckets,
    table.divisor,
  ])
  const numbers = [
    file.length,
    headBytes,
    shape.seed,
    shape.singleLabels ? 1 : 0,
    ...tables,
    shape.longestPhrase,
    shape.slots,
    shape.sets,
    shape.memberBytes,
    shape.nameBytes,
    shape.factBytes,
    shape.removed,
    shape.basePages,
  ]
  for (const [index, value] of numbers.entries()) view.setUint32(8 + index * 4, value, true)
}

function putHeads(
  words: Uint32Array,
  halves: Uint16Array,
  at: ReturnType<typeof layout>,
  slots: number,
  heads: Parts['heads'],
): void {
  for (const { high, low, set } of heads) {
    let slot = low & (slots - 1)
    while (halves[at.headInfo / 2 + slot] !== 0) slot = (slot + 1) & (slots - 1)
    words[at.headHigh / 4 + slot] = high
    words[at.headLow / 4 + slot] = low
    halves[at.headInfo / 2 + slot] = set + 1
  }
}
