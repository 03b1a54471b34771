import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type BundleSize, pageRange } from './bundle.ts'
import { deviceRecords } from './device-records.ts'
import type { Place } from './place.ts'
import { openBlob } from './places-of-files.ts'

interface Schema extends DBSchema {
  records: { key: string; value: unknown }
  bundle: { key: string | number; value: ArrayBuffer | Blob }
}

const open = (name: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(name, 1, {
    upgrade(made) {
      made.createObjectStore('records')
      made.createObjectStore('bundle')
    },
  })

const bytesOf = (value: ArrayBuffer | Blob | undefined): ArrayBuffer => {
  if (!(value instanceof ArrayBuffer)) throw new Error('not in the database')
  return value
}

async function writePages(database: IDBPDatabase<Schema>, size: BundleSize, bundle: ArrayBuffer) {
  const change = database.transaction('bundle', 'readwrite', { durability: 'strict' })
  const puts: Promise<unknown>[] = [change.store.put(bundle.slice(0, size.headBytes), 'head')]
  for (let page = 0; page < size.pages; page += 1)
    puts.push(change.store.put(bundle.slice(...pageRange(size, page)), page))
  await Promise.all([...puts, change.done])
}

export const recordOfEachPage: Place = {
  async write(size, bundle) {
    const database = await open(`pages-${size.name}`)
    await writePages(database, size, bundle)
    database.close()
  },
  async open({ name }, opened) {
    const database = await open(`pages-${name}`)
    opened()
    const head = bytesOf(await database.get('bundle', 'head'))
    return { head, page: async (page) => bytesOf(await database.get('bundle', page)) }
  },
}

/** The head and the first page in one transaction with everything else that the device remembers. */
export const recordsTogether: Place = {
  async write(size, bundle) {
    const database = await open(`together-${size.name}`)
    for (const [name, value] of await deviceRecords()) await database.put('records', value, name)
    await writePages(database, size, bundle)
    database.close()
  },
  async open({ name }, opened) {
    const database = await open(`together-${name}`)
    opened()
    const read = database.transaction(['records', 'bundle'])
    const [head, page] = await Promise.all([
      read.objectStore('bundle').get('head'),
      read.objectStore('bundle').get(0),
      read.objectStore('records').getAllKeys(),
      read.objectStore('records').getAll(),
    ])
    return { head: bytesOf(head), page: async () => bytesOf(page) }
  },
}

/** The records alone: what the device reads in any case. */
export const recordsAlone: Place = {
  write: null,
  async open({ name }, opened) {
    const database = await open(`together-${name}`)
    opened()
    const read = database.transaction('records')
    await Promise.all([read.store.getAllKeys(), read.store.getAll()])
    return { head: new ArrayBuffer(0), page: async () => new ArrayBuffer(0) }
  },
}

export const blobInRecord: Place = {
  async write({ name }, bundle) {
    const database = await open(`blob-${name}`)
    const change = database.transaction('bundle', 'readwrite', { durability: 'strict' })
    await Promise.all([change.store.put(new Blob([bundle]), 'bundle'), change.done])
    database.close()
  },
  async open(size, opened) {
    const database = await open(`blob-${size.name}`)
    opened()
    const blob = await database.get('bundle', 'bundle')
    if (!(blob instanceof Blob)) throw new Error('not in the database')
    return openBlob(size, blob)
  },
}

/** One record with all bytes, read with everything else that the device remembers. */
export const wholeWithRecords: Place = {
  async write({ name }, bundle) {
    const database = await open(`whole-${name}`)
    for (const [key, value] of await deviceRecords()) await database.put('records', value, key)
    const change = database.transaction('records', 'readwrite', { durability: 'strict' })
    await Promise.all([change.store.put(bundle, 'bundle'), change.done])
    database.close()
  },
  async open(size, opened) {
    const database = await open(`whole-${size.name}`)
    opened()
    const read = database.transaction('records')
    const [names, values] = await Promise.all([read.store.getAllKeys(), read.store.getAll()])
    const bundle = values[names.indexOf('bundle')]
    if (!(bundle instanceof ArrayBuffer)) throw new Error('not in the database')
    return {
      head: bundle.slice(0, size.headBytes),
      page: async (page) => bundle.slice(...pageRange(size, page)),
    }
  },
}
