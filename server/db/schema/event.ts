import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What devices told the school, unique by (device, epoch, seq). Retention: 30 days. No foreign keys: this is the hot path, and the
 * sender is authenticated before it. The first migration makes it WITHOUT ROWID, which the schema builder cannot say.
 */
export const events = sqliteTable(
  'event',
  {
    deviceId: text('device_id').notNull(),
    epoch: text('epoch').notNull(),
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
    receivedAt: integer('received_at').notNull(),
    /** The device's clock less the school's, as measured on its connection. */
    skewMs: integer('skew_ms').notNull(),
    kind: text('kind').notNull(),
    pupilId: text('pupil_id'),
    body: text('body', { mode: 'json' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.deviceId, t.epoch, t.seq] }),
    index('event_history')
      .on(t.pupilId, t.at)
      .where(sql`${t.pupilId} is not null`),
  ],
)
