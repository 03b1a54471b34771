import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CategoryId } from '#shared/domain/category.ts'
import type { FlagCause, FlagOutcome, FlagStatus, Intent } from '#shared/domain/flag.ts'
import type { Severity } from '#shared/domain/severity.ts'
import { devices } from './device.ts'
import { pupils } from './pupil.ts'
import { staff } from './staff.ts'

/**
 * Something an adult must look at, as the device raised it, and what became of it. The queue asks for `closed_at is null`, which the
 * partial index answers. Retention: false alarms 30 days; severity 1 and 2 to the end of the school year and one term; 3 and 4 two years.
 */
export const flags = sqliteTable(
  'flag',
  {
    id: text('id').primaryKey(),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    pupilId: text('pupil_id').references(() => pupils.id),
    at: integer('at').notNull(),
    receivedAt: integer('received_at').notNull(),
    category: text('category').$type<CategoryId>().notNull(),
    severity: integer('severity').$type<Severity>().notNull(),
    cause: text('cause').$type<FlagCause>().notNull(),
    status: text('status').$type<FlagStatus>().notNull().default('new'),
    url: text('url').notNull(),
    title: text('title'),
    words: text('words'),
    trace: text('trace', { mode: 'json' }).notNull(),
    decision: text('decision', { mode: 'json' }).notNull(),
    acknowledgedBy: text('acknowledged_by').references(() => staff.id),
    acknowledgedAt: integer('acknowledged_at'),
    closedBy: text('closed_by').references(() => staff.id),
    closedAt: integer('closed_at'),
    outcome: text('outcome').$type<FlagOutcome>(),
    intent: text('intent').$type<Intent>(),
    /** Why it was closed so, in the words of the person who closed it. */
    basis: text('basis'),
  },
  (t) => [
    index('flag_open')
      .on(sql`${t.severity} desc`, t.receivedAt, t.id)
      .where(sql`${t.closedAt} is null`),
    index('flag_history').on(t.pupilId, t.at, t.id),
    index('flag_by_time').on(t.receivedAt, t.id),
    check('flag_severity', sql`${t.severity} between 1 and 4`),
    check('flag_status', sql`${t.status} in ('new', 'acknowledged', 'closed')`),
    check('flag_closed', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
  ],
)
