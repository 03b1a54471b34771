import { grants } from '#server/db/schema/grant.ts'
import { sessions } from '#server/db/schema/session.ts'
import { staff } from '#server/db/schema/staff.ts'
import type { Db } from '#server/db/transaction.ts'
import { newSecret, secretHash } from '#server/services/staff/secret.ts'
import type { Role } from '#shared/domain/role.ts'

type Grant = Role | readonly [Role, 'form' | 'year' | 'class', string]

/** A member of staff whose id, and name behind "Staff", is `id`. */
export async function makeStaff(
  db: Db,
  id: string,
  roles: readonly Grant[],
  passwordHash: string | null = null,
) {
  const now = Date.now()
  const person = { id, name: `Staff ${id}`, email: `${id}@staff.test`, passwordHash, createdAt: now }
  await db.insert(staff).values(person)
  for (const [index, grant] of roles.entries()) {
    const [role, scopeKind, scopeId] = typeof grant === 'string' ? ([grant, 'school', null] as const) : grant
    const startsAt = now - 86_400_000
    await db.insert(grants).values({ id: `${id}-${index}`, staffId: id, role, scopeKind, scopeId, startsAt })
  }
}

/** A session of theirs, as old and as idle as asked (ms); answers its token. */
export async function makeSession(db: Db, staffId: string, { ageMs = 0, idleMs = 0, revoked = false } = {}) {
  const token = newSecret()
  const now = Date.now()
  await db.insert(sessions).values({
    tokenHash: secretHash(token),
    staffId,
    createdAt: now - ageMs,
    lastSeenAt: now - idleMs,
    expiresAt: now - ageMs + 24 * 3_600_000,
    revokedAt: revoked ? now : null,
  })
  return token
}
