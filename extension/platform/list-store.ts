import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ListStore } from '#extension/background/ports.ts'
import { openOrRecreate } from './database.ts'

interface Schema extends DBSchema {
  files: { key: string; value: Blob }
}

/** List files in IndexedDB, as blobs: of a blob only the slice that is asked for is read, and a file is stored whole or not at all. */
export function createListStore(name = 'lapwing-lists'): ListStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null
  // A blob stays good as long as the worker lives, also when its record is gone.
  const blobs = new Map<string, Blob>()
  const openDatabase = (): Promise<IDBPDatabase<Schema>> =>
    openDB<Schema>(name, 1, {
      upgrade: (made) => {
        made.createObjectStore('files')
      },
      terminated: () => {
        opening = null
      },
    })
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openOrRecreate(name, openDatabase).then(({ database }) => database)
    opening.catch(() => {
      opening = null
    })
    return opening
  }
  return {
    async read(file, from, to) {
      const blob = blobs.get(file) ?? (await (await open()).get('files', file))
      if (blob === undefined) throw new Error(`there is no list file ${file}`)
      blobs.set(file, blob)
      return { bytes: new Uint8Array(await blob.slice(from, to).arrayBuffer()), fileBytes: blob.size }
    },
    async put(file, bytes) {
      const write = (await open()).transaction('files', 'readwrite', { durability: 'strict' })
      await write.store.put(new Blob([bytes]), file)
      await write.done
    },
    async keepOnly(files) {
      const write = (await open()).transaction('files', 'readwrite')
      for (const key of await write.store.getAllKeys())
        if (!files.includes(key)) await write.store.delete(key)
      await write.done
      for (const key of blobs.keys()) if (!files.includes(key)) blobs.delete(key)
    },
  }
}
