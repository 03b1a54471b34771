import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A teaching group, such as 8B Science. */
export const classes = sqliteTable('class', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  subject: text('subject').notNull(),
  year: integer('year').notNull(),
})
