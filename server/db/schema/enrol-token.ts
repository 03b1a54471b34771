import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A secret from managed policy that lets a device enrol. Only its hash is kept. */
export const enrolTokens = sqliteTable('enrol_token', {
  tokenHash: text('token_hash').primaryKey(),
  label: text('label').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at'),
  revokedAt: integer('revoked_at'),
})
