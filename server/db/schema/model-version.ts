import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A signed text model, named by the SHA-256 of its bytes, which lie as a file beside the database. At most one is current. */
export const modelVersions = sqliteTable(
  'model_version',
  {
    hash: text('hash').primaryKey(),
    /** What it calls itself. */
    name: text('name').notNull(),
    /** Size of the file. */
    bytes: integer('bytes').notNull(),
    installedAt: integer('installed_at').notNull(),
    /** The school's public key for lists and models, lower-case hexadecimal. */
    signedBy: text('signed_by').notNull(),
    current: integer('current', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    uniqueIndex('model_version_current')
      .on(t.current)
      .where(sql`${t.current} = 1`),
  ],
)
