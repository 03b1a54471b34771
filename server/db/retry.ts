import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '@libsql/client'
import type { Connection } from './connection.ts'
import { driverCode, isBusy, SchoolFileBusy } from './errors.ts'

/** How long to wait before each further try after a lock was met: 16 tries over about 3 s. */
const waitsMs = [2, 5, 10, 20, 40, 80, 120, 160, 200, 250, 300, 350, 400, 450, 500] as const

/**
 * Runs `work` on the connection and, when somebody else's lock was met, on a new one, again and again for about 3 s.
 *
 * After one SQLITE_BUSY the driver leaves a statement stuck on the connection; what is written on it afterwards is acknowledged
 * and then lost. So it is thrown away at once, before the retry. `work` must be fit to run again from the start.
 * Throws SchoolFileBusy when the lock stays.
 */
export async function withRetry<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  for (const waitMs of [...waitsMs, null]) {
    try {
      return await work(await connection.client())
    } catch (error) {
      if (leavesDoubt(error)) connection.drop()
      if (!isBusy(error)) throw error
      if (waitMs === null) throw new SchoolFileBusy(connection.file, error)
      await wait(waitMs)
    }
  }
  throw new Error('unreachable: the last try returns or throws')
}

/** A refused constraint undoes one statement and nothing else; after any other error of the driver the connection is not trusted. */
function leavesDoubt(error: unknown): boolean {
  const code = driverCode(error)
  return code !== null && code !== 'SQLITE_CONSTRAINT'
}
