import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flags } from './flag.ts'
import { staff } from './staff.ts'

/** What staff wrote about a flag. Append-only: triggers refuse a change, and a deletion other than with the flag itself. Retention: with the flag. */
export const flagNotes = sqliteTable(
  'flag_note',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    flagId: text('flag_id')
      .notNull()
      .references(() => flags.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    words: text('words').notNull(),
  },
  (t) => [index('flag_note_by_flag').on(t.flagId, t.id)],
)
