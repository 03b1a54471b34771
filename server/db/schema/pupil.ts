import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { forms } from './form.ts'

/** A pupil on roll. Retention: until leaving, then as long as any record about them is kept. */
export const pupils = sqliteTable(
  'pupil',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    year: integer('year').notNull(),
    formId: text('form_id').references(() => forms.id),
    /** The school account that names the pupil on a shared device; lower case. */
    email: text('email').unique(),
    leftAt: integer('left_at'),
  },
  (t) => [
    index('pupil_by_form').on(t.formId),
    index('pupil_by_year').on(t.year),
    check('pupil_year', sql`${t.year} between 0 and 13`),
  ],
)
