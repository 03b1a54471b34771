import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Ed25519Hex, Sha256Hex } from '#shared/base/fields.ts'
import type { Download } from '#shared/protocol/device.ts'
import { listVersions } from '../../db/schema/list-version.ts'
import type { Reader } from '../../db/transaction.ts'

/** What a school's lists are to its devices. */
export interface ListsInForce {
  readonly lists: Download | null
  /** Who signs them, as devices are told it. */
  readonly listsKey: string | null
}

/** Bundles of before have no names. */
const Meta = v.object({ signedBy: Ed25519Hex, names: v.optional(v.nullable(Sha256Hex), null) })

/** The bundle that devices have to hold; nothing when the school has none yet. */
export async function currentLists(db: Reader): Promise<ListsInForce> {
  const [row] = await db.select().from(listVersions).where(eq(listVersions.current, true))
  if (row === undefined) return { lists: null, listsKey: null }
  const meta = v.parse(Meta, row.meta)
  return { lists: { hash: row.hash, bytes: row.bytes }, listsKey: meta.signedBy }
}

/** The hash of the names file that belongs to the bundle in force; null when it has none. */
export async function currentNames(db: Reader): Promise<string | null> {
  const [row] = await db.select().from(listVersions).where(eq(listVersions.current, true))
  return row === undefined ? null : v.parse(Meta, row.meta).names
}
