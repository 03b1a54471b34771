import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { staff } from './staff.ts'

/** A signed-in console. Only the hash of the token is kept. Retention: deleted 30 days after it expires (technical log). */
export const sessions = sqliteTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('session_by_staff').on(t.staffId), index('session_by_expiry').on(t.expiresAt)],
)
