import { eq } from 'drizzle-orm'
import type { Download } from '#shared/protocol/device.ts'
import { modelVersions } from '../../db/schema/model-version.ts'
import type { Reader } from '../../db/transaction.ts'

/** The school's own text model as its devices are told of it. */
export interface OwnModel {
  readonly model: Download
  /** Who signs it. */
  readonly signedBy: string
}

/** The text model that devices have to hold; null while the school has none of its own and the packaged one counts. */
export async function currentModel(db: Reader): Promise<OwnModel | null> {
  const [row] = await db.select().from(modelVersions).where(eq(modelVersions.current, true))
  return row === undefined ? null : { model: { hash: row.hash, bytes: row.bytes }, signedBy: row.signedBy }
}
