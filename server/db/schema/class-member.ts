import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { classes } from './class.ts'
import { pupils } from './pupil.ts'

/** Which pupils a class has. Retention: with the pupil. */
export const classMembers = sqliteTable(
  'class_member',
  {
    classId: text('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    pupilId: text('pupil_id')
      .notNull()
      .references(() => pupils.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.classId, t.pupilId] }), index('class_member_by_pupil').on(t.pupilId)],
)
