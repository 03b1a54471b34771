import type { Execute } from './transaction.ts'

/** What a batch of events has in common: one device's, of one epoch, taken in at one moment for one pupil or none. */
export interface EventBatch {
  readonly deviceId: string
  readonly epoch: string
  readonly receivedAt: number
  /** The device's clock less the school's. */
  readonly skewMs: number
  readonly pupilId: string | null
}

/** An event of a batch; `at` is epoch milliseconds, `body` plain JSON. */
export interface BatchEvent {
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly body: object
}

/**
 * One text for any number of rows: the driver keeps no prepared statements, and rows one by one cost 25 times as much. What the
 * rows share is bound once, because each value taken out of the JSON costs about a microsecond.
 */
const insertEventsSql = `insert into event (device_id, epoch, seq, at, received_at, skew_ms, kind, pupil_id, body)
select ?1, ?2, value ->> 0, value ->> 1, ?3, ?4, value ->> 2, ?5, value -> 3
from json_each(?6) where true
on conflict (device_id, epoch, seq) do nothing`

/** Stores events and answers how many were new. One that is there already, by device, epoch and sequence, is left as it is. */
export async function insertEvents(
  execute: Execute,
  batch: EventBatch,
  events: readonly BatchEvent[],
): Promise<number> {
  if (events.length === 0) return 0
  const rows = JSON.stringify(events.map(({ seq, at, kind, body }) => [seq, at, kind, body]))
  const args = [batch.deviceId, batch.epoch, batch.receivedAt, batch.skewMs, batch.pupilId, rows]
  return (await execute({ sql: insertEventsSql, args })).rowsAffected
}
