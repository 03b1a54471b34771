import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bundles that stay beside the current one, so that devices which hold them get a delta. */
const olderBundles = 3

const folderOf = (schoolFolder: string): string => join(schoolFolder, 'lists')

/** Where the bytes of a bundle lie: a file named by its hash, beside the school's database. */
export const bundleFile = (schoolFolder: string, hash: string): string =>
  join(folderOf(schoolFolder), `${hash}.bin`)

/** Where the delta lies that changes one bundle into another. */
export const deltaFile = (schoolFolder: string, from: string, to: string): string =>
  join(folderOf(schoolFolder), `${from}-${to}.delta`)

/** Where a names file lies, named by its hash. */
export const namesFile = (schoolFolder: string, hash: string): string =>
  join(folderOf(schoolFolder), `${hash}.names`)

/** Writes the bytes so that the file is whole or not there, whenever the power fails. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
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

/** Writes a file unless there is one already, whole or not at all: a crash leaves no empty one in its place. */
export async function writeNew(file: string, text: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** The hashes of the bundles in a school's folder, the newest first. */
export async function storedBundles(schoolFolder: string): Promise<string[]> {
  const names = (await readdir(folderOf(schoolFolder))).filter((name) => name.endsWith('.bin'))
  const dated = await Promise.all(
    names.map(async (name) => ({
      hash: name.slice(0, -'.bin'.length),
      at: (await stat(join(folderOf(schoolFolder), name))).mtimeMs,
    })),
  )
  return dated.toSorted((one, other) => other.at - one.at).map(({ hash }) => hash)
}

/**
 * Removes bundles that no device is likely to hold any more, every delta that does not lead to the current one, and the names of others.
 * @param names hash of the current one's names file, if it has one
 */
export async function tidy(schoolFolder: string, current: string, names: string | null): Promise<void> {
  const older = (await storedBundles(schoolFolder)).filter((hash) => hash !== current)
  const kept = new Set([current, ...older.slice(0, olderBundles)])
  for (const name of await readdir(folderOf(schoolFolder))) {
    const isOld = name.endsWith('.bin') && !kept.has(name.slice(0, -'.bin'.length))
    const isStray = name.endsWith('.delta') && !isBetween(name, kept, current)
    const isForgotten = name.endsWith('.names') && name !== `${names}.names`
    if (isOld || isStray || isForgotten) await rm(join(folderOf(schoolFolder), name), { force: true })
  }
}

const isBetween = (name: string, kept: ReadonlySet<string>, current: string): boolean => {
  const [from = '', to = ''] = name.slice(0, -'.delta'.length).split('-')
  return kept.has(from) && to === current
}
