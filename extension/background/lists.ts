import { bytesToHex } from '@noble/hashes/utils.js'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { NamesFact } from '#shared/classify/url/bundle-format.ts'
import { factsOf, targetOf } from '#shared/classify/url/bundle-head.ts'
import { type ListBundle, listBundle, openWithDelta } from '#shared/classify/url/bundle-reader.ts'
import type { PagedFile } from '#shared/classify/url/paged-file.ts'
import { openListFile } from './list-file.ts'
import type { ListStore } from './ports.ts'

/** Which stored files are the school's lists: a full bundle, and perhaps a delta over it, both named by their SHA-256. */
export interface OwnLists {
  /** What the school calls it: the hash of the full bundle that these files stand for. */
  readonly hash: string
  readonly file: string
  readonly delta: string | null
}

/** The school's lists in use. */
export interface OpenLists {
  readonly bundle: ListBundle
  readonly own: OwnLists
  /** The names file that belongs to them. */
  readonly names: NamesFact | null
  /** How often so far a lookup missed a page that is not in memory. */
  misses(): number
  /** Brings those pages. Rejects when one cannot be read or is damaged. */
  bring(): Promise<void>
}

/** Opens the school's lists as they are stored. */
export async function openOwnLists(
  deps: { store: ListStore; subtle: SubtleCrypto },
  own: OwnLists,
  listsKey: string | null,
): Promise<Result<OpenLists>> {
  const { store, subtle } = deps
  const file = await openListFile(store, own.file, listsKey, subtle)
  if (!file.ok) return file
  if (own.delta === null) {
    if (own.hash !== own.file) return err('list bundle: another one than the school’s')
    return ok(inUse(listBundle(file.value), own, [file.value]))
  }
  const delta = await openListFile(store, own.delta, listsKey, subtle)
  if (!delta.ok) return delta
  const target = targetOf(delta.value.head)
  if (target === null || bytesToHex(target) !== own.hash)
    return err('list bundle: the delta leads to another one than the school’s')
  const bundle = openWithDelta(file.value, delta.value)
  return bundle.ok ? ok(inUse(bundle.value, own, [file.value, delta.value])) : bundle
}

const inUse = (bundle: ListBundle, own: OwnLists, files: readonly PagedFile[]): OpenLists => ({
  bundle,
  own,
  names: namesIn(files),
  misses: () => files.reduce((sum, { pages }) => sum + pages.misses(), 0),
  async bring() {
    await Promise.all(files.map((file) => file.bring()))
  },
})

/** The last file, a delta perhaps, speaks of what all of them together are. */
function namesIn(files: readonly PagedFile[]): NamesFact | null {
  const last = files.at(-1)
  const facts = last && factsOf(last.head)
  return facts?.ok ? (facts.value.names ?? null) : null
}
