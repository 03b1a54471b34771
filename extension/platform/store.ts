import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Records } from '#extension/background/ports.ts'
import { openOrRecreate } from './database.ts'

interface Schema extends DBSchema {
  records: { key: string; value: unknown }
}

/** What a device remembers, in IndexedDB: it holds keys that cannot be extracted and lists as they lie. */
export function createRecords(name = 'lapwing-records'): Records {
  let opening: Promise<IDBPDatabase<Schema>> | null = null
  const openDatabase = (): Promise<IDBPDatabase<Schema>> =>
    openDB<Schema>(name, 1, {
      upgrade: (made) => {
        made.createObjectStore('records')
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
    async all() {
      const read = (await open()).transaction('records')
      const [names, values] = await Promise.all([read.store.getAllKeys(), read.store.getAll()])
      return new Map(names.map((key, index) => [key, values[index]]))
    },
    async put(key, value) {
      await (await open()).put('records', value, key)
    },
  }
}
