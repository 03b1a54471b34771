import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A member of staff who may sign in. `email` is kept in lower case by the writer; unique so that sign-in is unambiguous. */
export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  /** argon2id in PHC form; null for someone who signs in by link or single sign-on only. */
  passwordHash: text('password_hash'),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  createdAt: integer('created_at').notNull(),
})
