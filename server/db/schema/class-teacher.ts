import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { classes } from './class.ts'
import { staff } from './staff.ts'

/** Which staff teach a class. */
export const classTeachers = sqliteTable(
  'class_teacher',
  {
    classId: text('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
  },
  (t) => [primaryKey({ columns: [t.classId, t.staffId] }), index('class_teacher_by_staff').on(t.staffId)],
)
