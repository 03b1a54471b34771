import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { openOrRecreate } from './database.ts'

interface Schema extends DBSchema {
  records: { key: string; value: unknown }
  files: { key: string; value: Blob }
}

/** Opens the database of a device, or answers the one that is open: a worker that has just woken waits for one opening, not for two. */
export type OpenDeviceDatabase = () => Promise<IDBPDatabase<Schema>>

/** What a device remembers and its list files, in one database of IndexedDB. */
export function deviceDatabase(name = 'lapwing-records'): OpenDeviceDatabase {
  let opening: Promise<IDBPDatabase<Schema>> | null = null
  const open = (): Promise<IDBPDatabase<Schema>> =>
    openDB<Schema>(name, 2, {
      upgrade: (made, from) => {
        if (from < 1) made.createObjectStore('records')
        if (from < 2) made.createObjectStore('files')
      },
      terminated: () => {
        opening = null
      },
    })
  return () => {
    opening ??= openOrRecreate(name, open).then(({ database }) => database)
    opening.catch(() => {
      opening = null
    })
    return opening
  }
}
