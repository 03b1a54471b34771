import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { staff } from './staff.ts'

/** A tutor group. `year` is 0 for EYFS, then 1 to 13. */
export const forms = sqliteTable(
  'form',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    year: integer('year').notNull(),
    tutorStaffId: text('tutor_staff_id').references(() => staff.id),
  },
  (t) => [index('form_by_tutor').on(t.tutorStaffId), index('form_by_year').on(t.year)],
)
