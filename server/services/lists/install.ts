import { createHash } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import { err, ok, type Result } from '#shared/base/result.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import type { Download } from '#shared/protocol/device.ts'
import type { SchoolDatabase } from '../../db/database.ts'
import { listVersions } from '../../db/schema/list-version.ts'
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

/**
 * Makes a bundle the school's current one. It is opened first, as devices will open it: one that they would refuse never gets here.
 * `version` is what people read, such as `starter 1`.
 */
export async function installLists(
  database: SchoolDatabase,
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
  version: string,
  now: number,
): Promise<Result<Download>> {
  const bundle = openBundle(bytes.slice().buffer)
  if (!bundle.ok) return err(`this is no list bundle: ${bundle.error}`)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await writeWhole(bundleFile(schoolFolder, hash), bytes)
  await database.write(async (db) => {
    await db.update(listVersions).set({ current: false }).where(eq(listVersions.current, true))
    const row = { hash, version, bytes: bytes.byteLength, builtAt: now, current: true, meta: {} }
    await db
      .insert(listVersions)
      .values(row)
      .onConflictDoUpdate({ target: listVersions.hash, set: { current: true } })
  })
  return ok({ hash, bytes: bytes.byteLength })
}
