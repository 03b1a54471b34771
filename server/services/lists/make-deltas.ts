import { readFile } from 'node:fs/promises'
import { writeDelta } from '#shared/classify/url/bundle-delta.ts'
import { fewEntries } from '#shared/classify/url/bundle-format.ts'
import { bundleFile, deltaFile, storedBundles, writeWhole } from './list-folder.ts'
import { signBundle, signingKey } from './signing-key.ts'

/** A delta larger than this part of the whole file is not worth having: the device would read two files for little. */
const worthwhile = 0.25

/** Writes and signs the deltas that lead from the bundles that devices may hold to this one. */
export async function makeDeltas(schoolFolder: string, hash: string): Promise<void> {
  const key = await signingKey(schoolFolder)
  const target = await fileOf(schoolFolder, hash)
  for (const from of await storedBundles(schoolFolder)) {
    if (from === hash) continue
    const delta = writeDelta(await fileOf(schoolFolder, from), target)
    if (!delta.ok || delta.value.added > fewEntries) continue
    if (delta.value.file.byteLength > target.byteLength * worthwhile) continue
    await writeWhole(deltaFile(schoolFolder, from, hash), signBundle(delta.value.file, key))
  }
}

async function fileOf(schoolFolder: string, hash: string): Promise<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = await readFile(bundleFile(schoolFolder, hash))
  return buffer.slice(byteOffset, byteOffset + byteLength)
}
