import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Download } from '#shared/protocol/device.ts'
import { listVersions } from '../../db/schema/list-version.ts'
import type { Reader } from '../../db/transaction.ts'

/** Where the bytes of a bundle lie: a file named by its hash, beside the school's database. */
export const bundleFile = (schoolFolder: string, hash: string): string =>
  join(schoolFolder, 'lists', `${hash}.bin`)

/** The bundle that devices have to hold, or null when the school has none yet. */
export async function currentLists(db: Reader): Promise<Download | null> {
  const [row] = await db.select().from(listVersions).where(eq(listVersions.current, true))
  return row === undefined ? null : { hash: row.hash, bytes: row.bytes }
}
