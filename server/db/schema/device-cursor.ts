import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { devices } from './device.ts'

/**
 * How far the school has a device's events: every sequence up to `seq` of that epoch is on disk. Written in the same transaction
 * as the events. Retention: with the device.
 */
export const deviceCursors = sqliteTable(
  'device_cursor',
  {
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    epoch: text('epoch').notNull(),
    seq: integer('seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.deviceId, t.epoch] })],
)
