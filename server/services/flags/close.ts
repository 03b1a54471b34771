import { and, eq, ne } from 'drizzle-orm'
import { CloseFlagInput } from '#shared/protocol/console-api.ts'
import { flags } from '../../db/schema/flag.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { changedFlag } from './changed.ts'
import { reachFlag } from './reach.ts'

/** The safeguarding team closes a flag, with what came of it, whether it was on purpose, and why. */
export const close: UnitVerb<'flags.close'> = {
  input: CloseFlagInput,
  async run(ctx, { flagId, outcome, intent, why }) {
    const reached = await reachFlag(ctx, flagId, 'flag.close')
    if (!reached.ok) return reached
    const { flag, access } = reached.value
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
    const closed = await ctx.db
      .update(flags)
      .set({ status: 'closed', closedBy: staffId, closedAt: ctx.now, outcome, intent, basis: why })
      .where(and(eq(flags.id, flagId), ne(flags.status, 'closed')))
      .returning({ id: flags.id })
    if (closed.length === 0)
      return refuse('conflict', `${flag.closedBy ?? 'Somebody'} has closed this flag already.`)
    return changedFlag(ctx, flag, access, 'flag.close')
  },
}
