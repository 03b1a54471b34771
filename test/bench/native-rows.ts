import { createRequire } from 'node:module'
import { openBare } from '#server/db/connection.ts'
import type { BatchEvent, EventBatch } from '#server/db/insert-events.ts'

interface NativeDatabase {
  exec(sql: string): void
  prepare(sql: string): { run(...values: unknown[]): unknown }
  close(): void
}

/** Writes rows as fast as libSQL's own driver can: one prepared statement, run row by row in a transaction. */
export interface NativeRows {
  insert(batch: EventBatch, events: readonly BatchEvent[]): void
  close(): void
}

/** The ceiling: the native driver beneath our client, on a copy of the event table of the school file `like`, set as our connections are. */
export async function openNativeRows(file: string, like: string): Promise<NativeRows> {
  const require = createRequire(createRequire(import.meta.url).resolve('@libsql/client'))
  const Native: new (path: string) => NativeDatabase = require('libsql')
  const database = new Native(file)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = 1; pragma cache_size = -8000',
  )
  const school = await openBare(like)
  const schema = await school.execute(
    "select sql from sqlite_schema where tbl_name = 'event' and sql is not null",
  )
  school.close()
  for (const row of schema.rows) database.exec(String(row['sql']))
  const statement = database.prepare(
    'insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  )
  return {
    insert({ deviceId, epoch, receivedAt, skewMs, pupilId }, events) {
      database.exec('begin immediate')
      for (const { seq, at, kind, body } of events)
        statement.run(deviceId, epoch, seq, at, receivedAt, skewMs, kind, pupilId, JSON.stringify(body))
      database.exec('commit')
    },
    close: () => database.close(),
  }
}
