import { eq } from 'drizzle-orm'
import { ok } from '#shared/base/result.ts'
import { sessions } from '../../db/schema/session.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'

/** Ends the session that asks. */
export const signOut: UnitVerb<'staff.sign-out'> = {
  async run(ctx) {
    ctx.allow({ action: 'session.use' })
    if (ctx.actor.kind !== 'staff') return refuse('not-signed-in', 'You are signed out.')
    const { sessionId, staffId } = ctx.actor
    await ctx.db.update(sessions).set({ revokedAt: ctx.now }).where(eq(sessions.tokenHash, sessionId))
    await ctx.audit({ action: 'session.end', subjectKind: 'staff', subjectId: staffId })
    ctx.publish({ fact: 'session-over', sessionId })
    return ok(null)
  },
}
