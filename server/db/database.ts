import type { Result } from '#shared/base/result.ts'
import type { Connection } from './connection.ts'
import { createMutex } from './mutex.ts'
import { withRetry } from './retry.ts'
import { inOneTransaction, inSnapshot, inTransaction, type Reader, type Unit } from './transaction.ts'

/**
 * One school's database. Every use waits its turn; nothing overlaps. Never use it from inside one of its own units: that is refused.
 * A unit may run more than once (after a lock was met), so it has no effect outside the database; publish when this resolves.
 * Every use throws SchoolFileBusy when another process keeps the file locked.
 */
export interface SchoolDatabase {
  readonly file: string
  /** Runs queries on one snapshot. */
  read<T>(fn: (db: Reader) => Promise<T>): Promise<T>
  /** Runs a unit in one transaction. Resolves when it is on disk; rolls back when the unit throws. */
  write<T>(unit: Unit<T>): Promise<T>
  /** Runs several units in one transaction, each rolled back alone when it throws. Resolves when the rest is on disk. */
  writeTogether<T>(units: readonly Unit<T>[]): Promise<Result<T, unknown>[]>
  /** Empties the write-ahead log into the file: true when all of it went, false while an outside reader holds part of it. */
  checkpoint(): Promise<boolean>
  /** Waits for what is under way, checkpoints and closes. Later uses are refused. */
  close(): Promise<void>
}

/** The database over one connection. */
export function createDatabase(connection: Connection): SchoolDatabase {
  const exclusive = createMutex()
  let closed = false

  const use = <T>(job: () => Promise<T>): Promise<T> =>
    exclusive(async () => {
      if (closed) throw new Error(`${connection.file} is closed`)
      return job()
    })

  const checkpoint = () =>
    withRetry(connection, async (client) => {
      const row = (await client.execute('pragma wal_checkpoint(truncate)')).rows[0]
      return row?.['busy'] === 0
    })

  return {
    file: connection.file,
    read: (fn) => use(() => withRetry(connection, (client) => inSnapshot(client, fn))),
    write: (unit) => use(() => withRetry(connection, (client) => inTransaction(client, unit))),
    writeTogether: (units) => use(() => withRetry(connection, (client) => inOneTransaction(client, units))),
    checkpoint: () => use(checkpoint),
    close: () =>
      exclusive(async () => {
        if (closed) return
        closed = true
        try {
          await checkpoint()
        } finally {
          connection.drop()
        }
      }),
  }
}
