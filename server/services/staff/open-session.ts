import { eq } from 'drizzle-orm'
import type { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { sessions } from '../../db/schema/session.ts'
import { staff } from '../../db/schema/staff.ts'
import type { StaffActor } from '../actor.ts'
import { appendAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { refuse } from '../service-error.ts'
import type { SignedIn } from '../signatures.ts'
import type { Outcome } from '../verb.ts'
import { grantsOf } from './grants.ts'
import { describeMe } from './me.ts'
import { newSecret, secretHash } from './secret.ts'
import { sessionLength } from './session-length.ts'

/** Starts a session for someone who has proved who they are. How they did is written down with it. */
export async function openSession(
  ctx: Context,
  staffId: Id,
  by: 'password' | 'link',
): Promise<Outcome<SignedIn>> {
  const [person] = await ctx.db.select().from(staff).where(eq(staff.id, staffId))
  if (person === undefined || !person.active) return refuse('not-signed-in', 'This account is closed.')
  const roles = [...new Set((await grantsOf(ctx.db, staffId, ctx.now)).map((grant) => grant.role))]
  const token = newSecret()
  const tokenHash = secretHash(token)
  const expiresAt = ctx.now + sessionLength(roles, ctx.school.settings).longestMs
  await ctx.db
    .insert(sessions)
    .values({ tokenHash, staffId, createdAt: ctx.now, lastSeenAt: ctx.now, expiresAt })
  const actor: StaffActor = {
    kind: 'staff',
    staffId,
    name: person.name,
    roles,
    sessionId: tokenHash,
    sessionEndsAt: expiresAt,
  }
  const entry = { action: 'session.begin', subjectKind: 'staff', subjectId: staffId, detail: { by } }
  await appendAudit(ctx.db, ctx.now, actor, entry)
  return ok({ token, me: describeMe(actor, ctx.school) })
}
