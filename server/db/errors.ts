import { LibsqlError } from '@libsql/client'

/** The file of a school is damaged. It is left as it lies; a person has to restore it. */
export class SchoolFileDamaged extends Error {
  readonly file: string

  constructor(file: string, cause?: unknown) {
    super(`${file} is damaged and was left untouched: restore it from a backup before starting`, { cause })
    this.name = 'SchoolFileDamaged'
    this.file = file
  }
}

/** The file was written by a newer Lapwing than this one. */
export class SchoolFileNewer extends Error {
  readonly file: string

  constructor(file: string) {
    super(
      `${file} was written by a newer version: start that version, or restore the backup made before the upgrade`,
    )
    this.name = 'SchoolFileNewer'
    this.file = file
  }
}

/** Another process held the file's lock for longer than we retry. Nothing of the unit of work was kept. */
export class SchoolFileBusy extends Error {
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`${file} is locked by another process: only one server may use it`, { cause })
    this.name = 'SchoolFileBusy'
    this.file = file
  }
}

/** The driver's code in an error or any of its causes (Drizzle wraps what the driver throws), or null when it is none of the driver's. */
export function driverCode(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof LibsqlError) return at.code
  return null
}

const busy = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED'])
/** SQLite may have rolled the whole transaction back by itself (https://sqlite.org/lang_transaction.html), or the file cannot be trusted. */
const fatal = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_NOMEM',
  'SQLITE_INTERRUPT',
  'SQLITE_CORRUPT',
  'TRANSACTION_CLOSED',
])

/** True when somebody else held a lock: the connection has to be thrown away before anything else is tried on it. */
export const isBusy = (error: unknown): boolean => busy.has(driverCode(error) ?? '')

/** True when no other unit of the same transaction can be kept either. */
export const endsTransaction = (error: unknown): boolean =>
  isBusy(error) || fatal.has(driverCode(error) ?? '')
