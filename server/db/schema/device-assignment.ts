import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { devices } from './device.ts'
import { pupils } from './pupil.ts'

/** Who had a device from when to when, so that a past date has an answer. Retention: 1 year after it ends. */
export const deviceAssignments = sqliteTable(
  'device_assignment',
  {
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    pupilId: text('pupil_id')
      .notNull()
      .references(() => pupils.id),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at'),
  },
  (t) => [
    primaryKey({ columns: [t.deviceId, t.fromAt, t.pupilId] }),
    index('device_assignment_by_pupil').on(t.pupilId, t.fromAt),
  ],
)
