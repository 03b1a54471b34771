import { eq } from 'drizzle-orm'
import type { EpochMs } from '#shared/base/fields.ts'
import { sessions } from '../../db/schema/session.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Db } from '../../db/transaction.ts'
import type { Actor, Credential } from '../actor.ts'
import type { SchoolSettings } from '../school/settings.ts'
import { grantsOf } from './grants.ts'
import { sessionLength } from './session-length.ts'

/** A session's last use is written at most this often. */
const touchEveryMs = 60_000

/** Who brings this credential, or null when a session is unknown, over, idle too long or its owner has left. */
export async function prove(
  db: Db,
  credential: Credential,
  now: EpochMs,
  settings: SchoolSettings,
): Promise<Actor | null> {
  if (credential.kind !== 'session') return credential
  const [row] = await db
    .select({ session: sessions, name: staff.name, active: staff.active })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(eq(sessions.tokenHash, credential.tokenHash))
  if (row === undefined || !row.active || row.session.revokedAt !== null) return null
  const { session } = row
  const roles = [...new Set((await grantsOf(db, session.staffId, now)).map((grant) => grant.role))]
  const { idleMs, longestMs } = sessionLength(roles, settings)
  const endsAt = Math.min(session.expiresAt, session.createdAt + longestMs)
  if (now >= endsAt || now >= session.lastSeenAt + idleMs) return null
  if (credential.live !== true && now - session.lastSeenAt >= touchEveryMs) {
    await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.tokenHash, session.tokenHash))
  }
  return {
    kind: 'staff',
    staffId: session.staffId,
    name: row.name,
    roles,
    sessionId: session.tokenHash,
    sessionEndsAt: endsAt,
  }
}
