import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Journal, JournalRow, JournalState, Lane, NumberedRow } from '#extension/background/ports.ts'
import { openOrRecreate } from './database.ts'

interface Schema extends DBSchema {
  state: { key: 'state'; value: JournalState & { places: number } }
  waiting: { key: [number, number]; value: JournalRow }
  numbered: { key: number; value: NumberedRow }
}
type Database = IDBPDatabase<Schema>
type State = Schema['state']['value']
type Opened = Awaited<ReturnType<Journal['open']>>

const lanes: Readonly<Record<Lane, number>> = { urgent: 0, log: 1 }
const stores = ['state', 'waiting', 'numbered'] as const

/** The database under the journal, opened and opened again. */
function createConnection(name: string) {
  let database: Database | null = null

  const openDatabase = (): Promise<Database> =>
    openDB<Schema>(name, 1, {
      upgrade(made) {
        made.createObjectStore('state')
        made.createObjectStore('waiting')
        made.createObjectStore('numbered', { keyPath: 'seq' })
      },
      // Whoever wants to delete or upgrade the database would wait for ever for a connection that stays open.
      blocking: () => {
        database?.close()
        database = null
      },
      terminated: () => {
        database = null
      },
    })

  async function inTransaction<T>(
    run: (state: State, change: ReturnType<typeof begin>) => Promise<T>,
  ): Promise<T> {
    if (database === null) throw new Error('the outbox is not open')
    const change = begin(database)
    // A transaction that aborts rejects `done` as well as the request; it is awaited below or already reported by `run`.
    change.done.catch(() => undefined)
    const state = await change.objectStore('state').get('state')
    if (!isState(state)) throw new Error('the outbox has lost its state')
    const result = await run(state, change)
    await change.done
    return result
  }

  async function open(epoch: string): Promise<Opened> {
    database?.close()
    database = null
    const opened = await openOrRecreate(name, async () => {
      const made = await openDatabase()
      try {
        await prepare(made, epoch)
        return made
      } catch (error) {
        made.close()
        throw error
      }
    })
    database = opened.database
    const state = await opened.database.get('state', 'state')
    if (state === undefined) throw new Error('the outbox has lost its state')
    return { state, recovered: opened.recovered }
  }

  return { open, inTransaction }
}

/** The outbox's store in IndexedDB. Strict durability: Chromium's default answers before the bytes are on disk. */
export function createJournal(name = 'lapwing-outbox'): Journal {
  const { open, inTransaction } = createConnection(name)
  return {
    open,
    put: (lane, at, body) =>
      inTransaction(async (state, change) => {
        const place = state.places + 1
        await change.objectStore('waiting').put({ place, lane, at, body }, [lanes[lane], place])
        await change.objectStore('state').put({ ...state, places: place }, 'state')
        return place
      }),
    number: (limit) =>
      inTransaction(async (state, change) => {
        const waiting = change.objectStore('waiting')
        const rows = await waiting.getAll(undefined, limit)
        const keys = await waiting.getAllKeys(undefined, limit)
        const numbered = rows.map((row, index) => ({ ...row, seq: state.numberedThrough + 1 + index }))
        for (const row of numbered) await change.objectStore('numbered').put(row)
        for (const key of keys) await waiting.delete(key)
        await change
          .objectStore('state')
          .put({ ...state, numberedThrough: state.numberedThrough + rows.length }, 'state')
        return numbered
      }),
    numbered: (afterSeq, limit) =>
      inTransaction((_, change) =>
        change.objectStore('numbered').getAll(IDBKeyRange.lowerBound(afterSeq, true), limit),
      ),
    keep: (through) =>
      inTransaction(async (state, change) => {
        await change.objectStore('numbered').delete(IDBKeyRange.upperBound(through))
        await change
          .objectStore('state')
          .put({ ...state, keptThrough: Math.max(state.keptThrough, through) }, 'state')
      }),
    restart: (epoch) =>
      inTransaction(async (state, change) => {
        for (const { seq: _, ...row } of await change.objectStore('numbered').getAll()) {
          await change.objectStore('waiting').put(row, [lanes[row.lane], row.place])
        }
        await change.objectStore('numbered').clear()
        await change
          .objectStore('state')
          .put({ ...state, epoch, keptThrough: 0, numberedThrough: 0 }, 'state')
      }),
    empty: (epoch) =>
      inTransaction(async (state, change) => {
        await change.objectStore('numbered').clear()
        await change.objectStore('waiting').clear()
        await change
          .objectStore('state')
          .put({ ...state, epoch, keptThrough: 0, numberedThrough: 0 }, 'state')
      }),
    counts: () =>
      inTransaction(async (_, change) => {
        const waiting = await change.objectStore('waiting').count()
        const log = await change.objectStore('waiting').count(IDBKeyRange.lowerBound([lanes.log]))
        return { all: waiting + (await change.objectStore('numbered').count()), log }
      }),
    dropOldestLog: (count) =>
      inTransaction(async (_, change) => {
        const keys = await change
          .objectStore('waiting')
          .getAllKeys(IDBKeyRange.lowerBound([lanes.log]), count)
        for (const key of keys) await change.objectStore('waiting').delete(key)
        return keys.length
      }),
  }
}

const begin = (database: Database) => database.transaction(stores, 'readwrite', { durability: 'strict' })

/** Writes the first state, and refuses a database whose state or shape is not ours. */
async function prepare(database: Database, epoch: string): Promise<void> {
  const change = begin(database)
  const state: unknown = await change.objectStore('state').get('state')
  if (state === undefined) {
    await change.objectStore('state').put({ epoch, keptThrough: 0, numberedThrough: 0, places: 0 }, 'state')
  }
  await change.done
  if (state !== undefined && !isState(state)) throw new Error('the outbox is damaged')
}

const isState = (value: unknown): value is State => {
  if (typeof value !== 'object' || value === null) return false
  const { epoch, keptThrough, numberedThrough, places } = value as Partial<State>
  return (
    typeof epoch === 'string' &&
    [keptThrough, numberedThrough, places].every((number) => Number.isSafeInteger(number))
  )
}
