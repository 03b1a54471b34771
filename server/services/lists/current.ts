import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Ed25519Hex } from '#shared/base/fields.ts'
import type { Download } from '#shared/protocol/device.ts'
import { listVersions } from '../../db/schema/list-version.ts'
import type { Reader } from '../../db/transaction.ts'

/** What a school's lists are to its devices. */
export interface ListsInForce {
  readonly lists: Download | null
  /** Who signs them, as devices are told it. */
  readonly listsKey: string | null
}

const Meta = v.object({ signedBy: Ed25519Hex })

/** The bundle that devices have to hold; nothing when the school has none yet. */
export async function currentLists(db: Reader): Promise<ListsInForce> {
  const [row] = await db.select().from(listVersions).where(eq(listVersions.current, true))
  if (row === undefined) return { lists: null, listsKey: null }
  const meta = v.parse(Meta, row.meta)
  return { lists: { hash: row.hash, bytes: row.bytes }, listsKey: meta.signedBy }
}
