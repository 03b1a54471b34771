import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { classes } from './class.ts'
import { staff } from './staff.ts'

/** When a class is taught, weekly: ISO weekday 1 (Monday) to 7, minutes since midnight in the school's time zone. */
export const timetableSlots = sqliteTable(
  'timetable_slot',
  {
    id: text('id').primaryKey(),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    weekday: integer('weekday').notNull(),
    startsMinute: integer('starts_minute').notNull(),
    endsMinute: integer('ends_minute').notNull(),
    room: text('room'),
  },
  (t) => [
    index('timetable_slot_by_staff').on(t.staffId, t.weekday, t.startsMinute),
    index('timetable_slot_by_class').on(t.classId, t.weekday, t.startsMinute),
    check('timetable_slot_weekday', sql`${t.weekday} between 1 and 7`),
    check(
      'timetable_slot_minutes',
      sql`0 <= ${t.startsMinute} and ${t.startsMinute} < ${t.endsMinute} and ${t.endsMinute} <= 1440`,
    ),
  ],
)
