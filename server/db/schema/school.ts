import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The one row about the school whose file this is. Settings are JSON that the reader validates. */
export const schools = sqliteTable('school', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  settings: text('settings', { mode: 'json' }).notNull(),
  createdAt: integer('created_at').notNull(),
})
