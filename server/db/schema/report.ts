import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ReportKind, ReportStatus } from '#shared/domain/report.ts'
import { devices } from './device.ts'
import { pupils } from './pupil.ts'
import { staff } from './staff.ts'

/** What a pupil told us. Retention: 2 years, or with the concern it becomes part of. */
export const reports = sqliteTable(
  'report',
  {
    id: text('id').primaryKey(),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    pupilId: text('pupil_id').references(() => pupils.id),
    at: integer('at').notNull(),
    receivedAt: integer('received_at').notNull(),
    kind: text('kind').$type<ReportKind>().notNull(),
    words: text('words').notNull(),
    about: text('about', { mode: 'json' }),
    /** A staff id, or `safeguarding-team`; not a reference, because a report is accepted whoever it names. */
    adult: text('adult').notNull(),
    status: text('status').$type<ReportStatus>().notNull().default('filed'),
    seenBy: text('seen_by').references(() => staff.id),
    seenAt: integer('seen_at'),
    reply: text('reply'),
    closedBy: text('closed_by').references(() => staff.id),
    closedAt: integer('closed_at'),
  },
  (t) => [
    index('report_open')
      .on(t.receivedAt, t.id)
      .where(sql`${t.closedAt} is null`),
    index('report_by_adult').on(t.adult, t.receivedAt, t.id),
    index('report_history').on(t.pupilId, t.at, t.id),
    check('report_status', sql`${t.status} in ('filed', 'seen', 'closed')`),
    check('report_closed', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
  ],
)
