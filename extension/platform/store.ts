import type { Records } from '#extension/background/ports.ts'
import { deviceDatabase, type OpenDeviceDatabase } from './device-database.ts'

/** What a device remembers, in IndexedDB: it holds keys that cannot be extracted. */
export const createRecords = (open: OpenDeviceDatabase = deviceDatabase()): Records => ({
  async all() {
    const read = (await open()).transaction('records')
    const [names, values] = await Promise.all([read.store.getAllKeys(), read.store.getAll()])
    return new Map(names.map((key, index) => [key, values[index]]))
  },
  async put(key, value) {
    await (await open()).put('records', value, key)
  },
})
