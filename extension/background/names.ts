import { mostNameBytes, readNames } from '#shared/classify/url/names-file.ts'
import { sha256Hex } from './hashing.ts'
import type { Kept } from './kept.ts'
import type { ListStore, StoredNames } from './ports.ts'
import { tidyLists } from './taking-lists.ts'

interface NamesPorts {
  readonly subtle: SubtleCrypto
  readonly listStore: ListStore
  readonly kept: Kept
}

/** Takes a downloaded names file into use. Null when it is; else what is wrong with it, and everything is as it was. */
export async function takeNames(ports: NamesPorts, hash: string, bytes: ArrayBuffer): Promise<string | null> {
  const { subtle, listStore, kept } = ports
  if ((await sha256Hex(subtle, bytes)) !== hash) return 'its hash is another one'
  const names = readNames(new Uint8Array(bytes))
  if (!names.ok) return names.error
  await listStore.put(hash, bytes)
  await kept.set('names', hash)
  await tidyLists(ports, kept.get('lists'))
  return null
}

/** The names file in force; null when there is none. */
export function namesInForce({ subtle, listStore, kept }: NamesPorts): StoredNames | null {
  const hash = kept.get('names')
  if (hash === null) return null
  return {
    hash,
    async read() {
      const { bytes } = await listStore.read(hash, 0, mostNameBytes)
      const names = readNames(bytes)
      const isWhole = (await sha256Hex(subtle, bytes.slice().buffer)) === hash
      if (!names.ok || !isWhole) throw new Error(names.ok ? 'names file: damaged' : names.error)
      return names.value
    },
  }
}
