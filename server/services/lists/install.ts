import { createHash } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import type { EpochMs } from '#shared/base/fields.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { bundleProblem } from '#shared/classify/url/bundle-integrity.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import type { Download } from '#shared/protocol/device.ts'
import type { SchoolDatabase } from '../../db/database.ts'
import { listVersions } from '../../db/schema/list-version.ts'
import type { Db } from '../../db/transaction.ts'
import { bundleFile } from './current.ts'

/** Writes the bytes so that the file is whole or not there, whenever the power fails. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}

/** A bundle whose bytes lie in the school's folder. */
export interface StoredBundle extends Download {
  /** What people read, such as `lists 2026-11-22`. */
  readonly version: string
}

/** Checks a bundle as devices will, and stores it under its hash. One that devices would refuse never gets here. */
export async function storeBundle(
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<StoredBundle>> {
  const file = bytes.slice().buffer
  const damaged = bundleProblem(file)
  if (damaged !== null) return err(damaged)
  const bundle = openBundle(file)
  if (!bundle.ok) return err(`this is no list bundle: ${bundle.error}`)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await writeWhole(bundleFile(schoolFolder, hash), bytes)
  const { name, version } = bundle.value
  return ok({ hash, bytes: bytes.byteLength, version: `${name} ${version}` })
}

/** Makes a stored bundle the one that devices have to hold. */
export async function putListsInForce(
  db: Db,
  { hash, bytes, version }: StoredBundle,
  now: EpochMs,
): Promise<void> {
  await db.update(listVersions).set({ current: false }).where(eq(listVersions.current, true))
  await db
    .insert(listVersions)
    .values({ hash, version, bytes, builtAt: now, current: true, meta: {} })
    .onConflictDoUpdate({ target: listVersions.hash, set: { current: true } })
}

/** Stores a bundle and makes it the school's current one, where no server runs that would tell the devices. */
export async function installLists(
  database: SchoolDatabase,
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
  now: EpochMs,
): Promise<Result<StoredBundle>> {
  const stored = await storeBundle(schoolFolder, bytes)
  if (stored.ok) await database.write((db) => putListsInForce(db, stored.value, now))
  return stored
}
