import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { EpochMs } from '#shared/base/fields.ts'
import { ok, type Result } from '#shared/base/result.ts'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { Download } from '#shared/protocol/device.ts'
import type { SchoolDatabase } from '../../db/database.ts'
import { modelVersions } from '../../db/schema/model-version.ts'
import type { Db } from '../../db/transaction.ts'
import { writeWhole } from '../lists/list-folder.ts'
import { publicHex, signingKey } from '../lists/signing-key.ts'
import { modelFile, tidyModels } from './model-folder.ts'
import { signModel } from './sign-model.ts'

/** A signed model whose bytes lie in the school's folder. */
export interface StoredModel extends Download {
  /** What people read, such as `text 3`. */
  readonly name: string
  /** The school's public key, lower-case hexadecimal. */
  readonly signedBy: string
}

/** Opens a model as devices will, signs it with the school's key and stores it under its hash. One that devices would refuse never gets here. */
export async function storeModel(
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<StoredModel>> {
  const file = bytes.slice().buffer
  const model = await openTextModel(file)
  if (!model.ok) return model
  const key = await signingKey(schoolFolder)
  const signed = signModel(file, key)
  const hash = createHash('sha256').update(signed).digest('hex')
  await writeWhole(modelFile(schoolFolder, hash), signed)
  return ok({ hash, bytes: signed.byteLength, name: model.value.name, signedBy: publicHex(key) })
}

/** Makes a stored model the one that devices have to hold. */
export async function putModelInForce(db: Db, model: StoredModel, now: EpochMs): Promise<void> {
  await db.update(modelVersions).set({ current: false }).where(eq(modelVersions.current, true))
  await db
    .insert(modelVersions)
    .values({ ...model, installedAt: now, current: true })
    .onConflictDoUpdate({ target: modelVersions.hash, set: { current: true } })
}

/** Stores a model and makes it the school's current one, where no server runs that would tell the devices. */
export async function installModel(
  database: SchoolDatabase,
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
  now: EpochMs,
): Promise<Result<StoredModel>> {
  const stored = await storeModel(schoolFolder, bytes)
  if (!stored.ok) return stored
  await database.write((db) => putModelInForce(db, stored.value, now))
  await tidyModels(schoolFolder, stored.value.hash)
  return stored
}
