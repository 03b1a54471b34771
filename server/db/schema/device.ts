import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { pupils } from './pupil.ts'

/** An enrolled device, known by its key. `pupilId` is who has it now. Retention: until revoked, then 1 year (who had it when). */
export const devices = sqliteTable(
  'device',
  {
    id: text('id').primaryKey(),
    /** The device's public key as a JSON Web Key (RFC 7517). */
    publicKey: text('public_key', { mode: 'json' }).notNull(),
    /** RFC 7638 thumbprint, base64url. */
    keyThumbprint: text('key_thumbprint').notNull().unique(),
    enrolledAt: integer('enrolled_at').notNull(),
    label: text('label').notNull(),
    platform: text('platform').notNull(),
    /** The extension's version at the last hello. */
    agentVersion: text('agent_version'),
    pupilId: text('pupil_id').references(() => pupils.id),
    revokedAt: integer('revoked_at'),
    lastSeenAt: integer('last_seen_at'),
  },
  (t) => [index('device_by_pupil').on(t.pupilId)],
)
