import { open } from 'node:fs/promises'
import { ok, type Result } from '#shared/base/result.ts'
import { type ListBundle, listBundle } from '#shared/classify/url/bundle-reader.ts'
import { openPagedFile, type ReadPart } from '#shared/classify/url/paged-file.ts'
import { bundleFile } from './list-folder.ts'

/** A school's bundle where it lies: its head and a few pages are in memory. */
interface StoredLists {
  readonly bundle: ListBundle
  /** How often so far a lookup missed a page that is not in memory. */
  misses(): number
  /** Brings those pages. Rejects when one cannot be read or is damaged. */
  bring(): Promise<void>
}

/** Opens the bundle of this hash for `use`, and closes it afterwards. The error says what is wrong with the file. */
export async function withStoredLists<T>(
  schoolFolder: string,
  hash: string,
  use: (lists: StoredLists) => Promise<T>,
): Promise<Result<T>> {
  const handle = await open(bundleFile(schoolFolder, hash))
  try {
    const fileBytes = (await handle.stat()).size
    const read: ReadPart = async (from, to) => {
      const wanted = new Uint8Array(Math.max(0, Math.min(to, fileBytes) - from))
      const { bytesRead } = await handle.read(wanted, 0, wanted.length, from)
      return { bytes: wanted.subarray(0, bytesRead), fileBytes }
    }
    const file = await openPagedFile(read)
    if (!file.ok) return file
    const bundle = listBundle(file.value)
    return ok(await use({ bundle, misses: () => file.value.pages.misses(), bring: () => file.value.bring() }))
  } finally {
    await handle.close()
  }
}
