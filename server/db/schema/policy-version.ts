import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { staff } from './staff.ts'

/** Every policy the school has published; exactly one is current. Retention: kept, as evidence of what was in force. */
export const policyVersions = sqliteTable(
  'policy_version',
  {
    version: integer('version').primaryKey(),
    hash: text('hash').notNull().unique(),
    document: text('document', { mode: 'json' }).notNull(),
    publishedBy: text('published_by').references(() => staff.id),
    publishedAt: integer('published_at').notNull(),
    current: integer('current', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    uniqueIndex('policy_version_current')
      .on(t.current)
      .where(sql`${t.current} = 1`),
  ],
)
