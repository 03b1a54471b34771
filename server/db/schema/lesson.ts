import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { classes } from './class.ts'
import { staff } from './staff.ts'

/** A live class session. At most one is open per class. Retention: end of the school year and one term. */
export const lessons = sqliteTable(
  'lesson',
  {
    id: text('id').primaryKey(),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    startedAt: integer('started_at').notNull(),
    /** When it stops by itself. */
    endsAt: integer('ends_at').notNull(),
    /** When it stopped; null while it is open. */
    endedAt: integer('ended_at'),
    scene: text('scene', { mode: 'json' }).notNull(),
  },
  (t) => [
    uniqueIndex('lesson_open_per_class')
      .on(t.classId)
      .where(sql`${t.endedAt} is null`),
    index('lesson_by_staff').on(t.staffId, t.startedAt),
    index('lesson_by_class').on(t.classId, t.startedAt),
  ],
)
