import type { ListStore } from '#extension/background/ports.ts'
import { deviceDatabase, type OpenDeviceDatabase } from './device-database.ts'

/** List files in IndexedDB, as blobs: of a blob only the slice that is asked for is read, and a file is stored whole or not at all. */
export function createListStore(open: OpenDeviceDatabase = deviceDatabase()): ListStore {
  // A blob stays good as long as the worker lives, also when its record is gone.
  const blobs = new Map<string, Blob>()
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
      // The bytes that are there now count, not those a blob was read of before.
      blobs.delete(file)
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
