import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CategoryId } from '#shared/domain/category.ts'
import type { RequestStatus } from '#shared/domain/request.ts'
import { devices } from './device.ts'
import { lessons } from './lesson.ts'
import { pupils } from './pupil.ts'
import { staff } from './staff.ts'

/** A pupil asked for a site. Retention: 30 days after it is decided. */
export const requests = sqliteTable(
  'request',
  {
    id: text('id').primaryKey(),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    pupilId: text('pupil_id').references(() => pupils.id),
    lessonId: text('lesson_id').references(() => lessons.id),
    at: integer('at').notNull(),
    receivedAt: integer('received_at').notNull(),
    host: text('host').notNull(),
    url: text('url').notNull(),
    category: text('category').$type<CategoryId>(),
    words: text('words').notNull(),
    status: text('status').$type<RequestStatus | 'expired'>().notNull().default('waiting'),
    decidedBy: text('decided_by').references(() => staff.id),
    decidedAt: integer('decided_at'),
    /** What the pupil was told. */
    reply: text('reply'),
  },
  (t) => [
    index('request_open')
      .on(t.receivedAt, t.id)
      .where(sql`${t.decidedAt} is null`),
    index('request_by_lesson').on(t.lessonId, t.receivedAt),
    index('request_history').on(t.pupilId, t.at, t.id),
    check('request_status', sql`${t.status} in ('waiting', 'granted', 'refused', 'expired')`),
    check('request_decided', sql`(${t.status} = 'waiting') = (${t.decidedAt} is null)`),
  ],
)
