import type { Client } from '@libsql/client'
import { driverCode, SchoolFileDamaged } from './errors.ts'

const damage = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_FORMAT', 'SQLITE_ERROR'])

/**
 * Throws SchoolFileDamaged when SQLite finds the file's structure broken. Only the number of faults is read: text out of a damaged
 * file can abort the process in the driver.
 */
export async function checkFile(client: Client, file: string): Promise<void> {
  let faults: unknown
  try {
    faults = (await client.execute("select count(*) from pragma_quick_check(1) where quick_check <> 'ok'"))
      .rows[0]?.[0]
  } catch (error) {
    throw damage.has(driverCode(error) ?? '') ? new SchoolFileDamaged(file, error) : error
  }
  if (faults !== 0) throw new SchoolFileDamaged(file)
}
