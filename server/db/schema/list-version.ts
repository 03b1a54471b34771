import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A built list bundle, named by the SHA-256 of its bytes, which lie as a file beside the database. At most one is current. */
export const listVersions = sqliteTable(
  'list_version',
  {
    hash: text('hash').primaryKey(),
    version: text('version').notNull(),
    /** Size of the file. */
    bytes: integer('bytes').notNull(),
    builtAt: integer('built_at').notNull(),
    current: integer('current', { mode: 'boolean' }).notNull().default(false),
    meta: text('meta', { mode: 'json' }).notNull(),
  },
  (t) => [
    uniqueIndex('list_version_current')
      .on(t.current)
      .where(sql`${t.current} = 1`),
  ],
)
