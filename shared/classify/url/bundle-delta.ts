import { sha256 } from '@noble/hashes/sha2.js'
import { err, ok, type Result } from '../../base/result.ts'
import { assemble } from './bundle-assembly.ts'
import { kinds, pagesOf } from './bundle-format.ts'
import { type BundleHead, digestOf, factsOf, readHead } from './bundle-head.ts'
import { type Entries, layTable, type Table } from './page-writer.ts'
import { entriesOf, type TableEntries } from './table-entries.ts'

/** What changed in one table. */
interface Changes {
  /** Indexes of the base's entries that are no more, or stand for something else now. */
  readonly removed: number[]
  /** Indexes of the target's entries that are new, or stand for something else now. */
  readonly added: number[]
}

/** What a delta says, in numbers. */
export interface DeltaCounts {
  readonly added: number
  readonly removed: number
}

export interface Delta extends DeltaCounts {
  readonly file: ArrayBuffer
}

/**
 * Writes what changes `base` into `target`, both full bundles (signed, if ever they will be), as a bundle of kind delta: its entries are the target's new ones,
 * and it names the base's entries that are no more. Works on the files alone. Fails when the two were hashed with different seeds, or a change
 * cannot be told apart from another: then the whole target has to be sent.
 */
export function writeDelta(base: ArrayBuffer, target: ArrayBuffer): Result<Delta> {
  const from = readHead(base, base.byteLength)
  if (!from.ok) return from
  const to = readHead(target, target.byteLength)
  if (!to.ok) return to
  if (from.value.shape.kind !== kinds.full || to.value.shape.kind !== kinds.full)
    return err('list bundle: a delta is made between full bundles')
  if (from.value.shape.seed !== to.value.shape.seed) return err('list bundle: the two have different seeds')
  const facts = factsOf(to.value)
  if (!facts.ok) return facts

  const old = tablesOf(base, from.value)
  const now = tablesOf(target, to.value)
  const sameSet = sameSets(from.value, to.value)
  const changes = now.map((table, index) => changesOf(old[index]!, table, sameSet))
  const tables = changes.map(({ added }, index) =>
    layTable(chosen(now[index]!, added), now[index]!.shape.buckets),
  )
  const [hosts, paths, phrases] = tables as [Table | null, Table | null, Table | null]
  if (hosts === null || paths === null || phrases === null)
    return err('list bundle: two changes cannot be told apart')
  const removed = removedByPage(old, changes, pagesOf(from.value.shape))
  const file = assemble({
    kind: kinds.delta,
    seed: to.value.shape.seed,
    singleLabels: to.value.shape.singleLabels,
    between: { base: digestOf(from.value), target: sha256(new Uint8Array(target)) },
    tables: [hosts, paths, phrases],
    longestPhrase: to.value.shape.longestPhrase,
    heads: headsOf(to.value),
    sets: setsOf(to.value),
    removed,
    names: [to.value.name, to.value.version, ...to.value.categories],
    // A device that holds the delta alone has to know which names belong to what it leads to.
    facts: { ...facts.value, sources: [] },
  })
  const added = changes.reduce((sum, one) => sum + one.added.length, 0)
  return ok({ file, added, removed: removed.entries.length })
}

/** The three tables of a file, read back. */
export function tablesOf(file: ArrayBuffer, { shape, at, halves, pageStarts }: BundleHead): TableEntries[] {
  let firstPage = 0
  return [shape.hosts, shape.paths, shape.phrases].map((table, index) => {
    const codes = halves.subarray(at.codes / 2 + index * 16, at.codes / 2 + (index + 1) * 16)
    const read = entriesOf(file, pageStarts, table, firstPage, codes)
    firstPage += table.pages
    return read
  })
}

function changesOf(
  old: TableEntries,
  now: TableEntries,
  sameSet: (old: number, now: number) => boolean,
): Changes {
  const kept = new Uint8Array(old.low.length)
  const added: number[] = []
  const buckets = now.first.length - 1
  const oldBuckets = old.first.length - 1
  for (let bucket = 0; bucket < buckets; bucket++) {
    // The base may have another number of buckets: these of its buckets hold the same keys.
    const from = Math.floor((bucket * oldBuckets) / buckets)
    const to = Math.min(oldBuckets, Math.ceil(((bucket + 1) * oldBuckets) / buckets))
    for (let entry = now.first[bucket]!; entry < now.first[bucket + 1]!; entry++) {
      let same = -1
      for (let other = old.first[from] ?? 0; other < (old.first[to] ?? 0); other++) {
        if (old.low[other] !== now.low[entry] || old.nibble[other] !== now.nibble[entry]) continue
        if (kept[other] === 0 && sameSet(old.set[other]!, now.set[entry]!)) same = other
      }
      if (same === -1) added.push(entry)
      else kept[same] = 1
    }
  }
  const removed: number[] = []
  for (const [entry, isKept] of kept.entries()) if (isKept === 0) removed.push(entry)
  return { removed, added }
}

function sameSets(from: BundleHead, to: BundleHead): (old: number, now: number) => boolean {
  const names = (head: BundleHead): string[] => {
    const { starts, members } = setsOf(head)
    return Array.from({ length: head.shape.sets }, (_, set) =>
      [...members.subarray(starts[set], starts[set + 1])]
        .map((byte, index) => (index === 0 ? byte : `${head.categories[byte & 63]} ${byte & 192}`))
        .join(),
    )
  }
  const old = names(from)
  const now = names(to)
  return (one, other) => old[one] === now[other]
}

function chosen(table: TableEntries, indexes: readonly number[]): Entries {
  const bucketOf = new Uint32Array(table.low.length)
  for (let bucket = 0; bucket + 1 < table.first.length; bucket++) {
    bucketOf.fill(bucket, table.first[bucket], table.first[bucket + 1])
  }
  return {
    count: indexes.length,
    bucket: Uint32Array.from(indexes, (index) => bucketOf[index]!),
    low: Uint32Array.from(indexes, (index) => table.low[index]!),
    nibble: Uint8Array.from(indexes, (index) => table.nibble[index]!),
    set: Uint16Array.from(indexes, (index) => table.set[index]!),
  }
}

function removedByPage(old: readonly TableEntries[], changes: readonly Changes[], pages: number) {
  const found = changes.flatMap(({ removed }, index) =>
    removed.map((entry) => ({ page: old[index]!.page[entry]!, place: old[index]!.place[entry]! })),
  )
  const sorted = found.toSorted((one, other) => one.page - other.page || one.place - other.place)
  const starts = new Uint32Array(pages + 1)
  for (const { page } of sorted) starts[page + 1]! += 1
  for (let page = 0; page < pages; page++) starts[page + 1]! += starts[page]!
  return { starts, entries: Uint16Array.from(sorted, ({ place }) => place) }
}

function headsOf({ shape, at, words, halves }: BundleHead) {
  const heads = []
  for (let slot = 0; slot < shape.slots; slot++) {
    const info = halves[at.headInfo / 2 + slot]!
    if (info === 0) continue
    heads.push({ high: words[at.headHigh / 4 + slot]!, low: words[at.headLow / 4 + slot]!, set: info - 1 })
  }
  return heads.toSorted((one, other) => one.high - other.high || one.low - other.low)
}

const setsOf = ({ shape, at, halves, bytes }: BundleHead) => ({
  starts: halves.slice(at.setStarts / 2, at.setStarts / 2 + shape.sets + 1),
  members: bytes.slice(at.members, at.members + shape.memberBytes),
})
