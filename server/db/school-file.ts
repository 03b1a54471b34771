import { chmod, mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'

const schoolsFolder = (dataDir: string): string => join(dataDir, 'schools')

/** Where a school's files lie. Throws on anything but an id, so that no name walks out of the data folder. */
export const schoolFolder = (dataDir: string, schoolId: string): string =>
  join(schoolsFolder(dataDir), v.parse(Id, schoolId))

/** Where a school's database lies. Throws on anything but an id. */
export const schoolFile = (dataDir: string, schoolId: string): string =>
  join(schoolFolder(dataDir, schoolId), 'school.db')

/** Makes the file and its folder if missing, for nobody but the server's own user (0600 and 0700). SQLite gives -wal and -shm the file's mode. */
export async function prepareFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await chmod(dirname(file), 0o700)
  await (await open(file, 'a', 0o600)).close()
  await chmod(file, 0o600)
}

/** Size in bytes, or null when there is no such file. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The ids of the schools that have a folder under `dataDir`, in order. */
export async function schoolIdsIn(dataDir: string): Promise<string[]> {
  try {
    const entries = await readdir(schoolsFolder(dataDir), { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && v.is(Id, entry.name))
      .map((entry) => entry.name)
      .toSorted()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
