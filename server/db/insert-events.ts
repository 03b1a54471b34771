import type { Execute } from './transaction.ts'

/** An event as it is stored; times are epoch milliseconds, `body` is plain JSON. */
export interface StoredEvent {
  readonly deviceId: string
  readonly epoch: string
  readonly seq: number
  readonly at: number
  readonly receivedAt: number
  readonly skewMs: number
  readonly kind: string
  readonly pupilId: string | null
  readonly body: object
}

/** One text for any number of rows: the driver keeps no prepared statements, and rows one by one cost 25 times as much. */
const insertEventsSql = `insert into event (device_id, epoch, seq, at, received_at, skew_ms, kind, pupil_id, body)
select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value -> 8
from json_each(?) where true
on conflict (device_id, epoch, seq) do nothing`

/** Stores events and answers how many were new. One that is there already, by device, epoch and sequence, is left as it is. */
export async function insertEvents(execute: Execute, events: readonly StoredEvent[]): Promise<number> {
  if (events.length === 0) return 0
  const rows = events.map((e) => [
    e.deviceId,
    e.epoch,
    e.seq,
    e.at,
    e.receivedAt,
    e.skewMs,
    e.kind,
    e.pupilId,
    e.body,
  ])
  return (await execute({ sql: insertEventsSql, args: [JSON.stringify(rows)] })).rowsAffected
}
