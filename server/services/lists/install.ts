import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { EpochMs } from '#shared/base/fields.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { NamesFact } from '#shared/classify/url/bundle-format.ts'
import { factsOf, readHead } from '#shared/classify/url/bundle-head.ts'
import { bundleProblem } from '#shared/classify/url/bundle-integrity.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import type { Download } from '#shared/protocol/device.ts'
import type { SchoolDatabase } from '../../db/database.ts'
import { listVersions } from '../../db/schema/list-version.ts'
import type { Db } from '../../db/transaction.ts'
import { bundleFile, tidy, writeWhole } from './list-folder.ts'
import { makeDeltas } from './make-deltas.ts'
import { storeNames } from './names.ts'
import { publicHex, signBundle, signingKey } from './signing-key.ts'

/** A bundle whose bytes lie in the school's folder. */
export interface StoredBundle extends Download {
  /** What people read, such as `lists 2026-11-22`. */
  readonly version: string
  /** The school's public key for lists, lower-case hexadecimal. */
  readonly signedBy: string
  /** The names file that belongs to it. */
  readonly names: NamesFact | null
}

/**
 * Checks a bundle as devices will, signs it with the school's key and stores it under its hash, with the deltas that lead to it.
 * One that devices would refuse never gets here.
 */
export async function storeBundle(
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<StoredBundle>> {
  const file = bytes.slice().buffer
  const damaged = bundleProblem(file)
  if (damaged !== null) return err(`this is no list bundle: ${damaged}`)
  const bundle = openBundle(file)
  if (!bundle.ok) return err(`this is no list bundle: ${bundle.error}`)
  const key = await signingKey(schoolFolder)
  const signed = signBundle(file, key)
  const hash = createHash('sha256').update(signed).digest('hex')
  await writeWhole(bundleFile(schoolFolder, hash), signed)
  await makeDeltas(schoolFolder, hash)
  const names = namesOfBundle(file)
  const { name, version } = bundle.value
  const bytesSigned = signed.byteLength
  return ok({ hash, bytes: bytesSigned, version: `${name} ${version}`, signedBy: publicHex(key), names })
}

function namesOfBundle(file: ArrayBuffer): NamesFact | null {
  const head = readHead(file, file.byteLength)
  const facts = head.ok ? factsOf(head.value) : head
  return facts.ok ? (facts.value.names ?? null) : null
}

/** Removes what the bundle that is in force now has made needless. Not before it is: a refused one must take nothing away. */
export const tidyAfter = (schoolFolder: string, { hash, names }: StoredBundle): Promise<void> =>
  tidy(schoolFolder, hash, names?.hash ?? null)

/** Makes a stored bundle the one that devices have to hold. */
export async function putListsInForce(
  db: Db,
  { hash, bytes, version, signedBy, names }: StoredBundle,
  now: EpochMs,
): Promise<void> {
  await db.update(listVersions).set({ current: false }).where(eq(listVersions.current, true))
  const meta = { signedBy, names: names?.hash ?? null }
  await db
    .insert(listVersions)
    .values({ hash, version, bytes, builtAt: now, current: true, meta })
    .onConflictDoUpdate({ target: listVersions.hash, set: { current: true, meta } })
}

/** Stores a bundle, perhaps with its names, and makes it the school's current one, where no server runs that would tell the devices. */
export async function installLists(
  database: SchoolDatabase,
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
  now: EpochMs,
  names: Uint8Array<ArrayBuffer> | null = null,
): Promise<Result<StoredBundle>> {
  const stored = await storeBundle(schoolFolder, bytes)
  if (!stored.ok) return stored
  if (names !== null) {
    const taken = await storeNames(schoolFolder, names, stored.value.names?.hash ?? null)
    if (!taken.ok) return taken
  }
  await database.write((db) => putListsInForce(db, stored.value, now))
  await tidyAfter(schoolFolder, stored.value)
  return stored
}
