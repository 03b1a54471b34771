import { and, eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { flags } from '../../db/schema/flag.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { changedFlag } from './changed.ts'
import { reachFlag } from './reach.ts'

/** Somebody takes a flag on. Whoever comes second learns who was first. */
export const acknowledge: UnitVerb<'flags.acknowledge'> = {
  input: v.strictObject({ flagId: Id }),
  async run(ctx, { flagId }) {
    const reached = await reachFlag(ctx, flagId, 'flag.acknowledge')
    if (!reached.ok) return reached
    const { flag, access } = reached.value
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
    const taken = await ctx.db
      .update(flags)
      .set({ status: 'acknowledged', acknowledgedBy: staffId, acknowledgedAt: ctx.now })
      .where(and(eq(flags.id, flagId), eq(flags.status, 'new')))
      .returning({ id: flags.id })
    if (taken.length === 0) {
      const who = flag.status === 'closed' ? flag.closedBy : flag.acknowledgedBy
      return refuse('conflict', `${who ?? 'Somebody'} has ${flag.status} this flag already.`)
    }
    return changedFlag(ctx, flag, access, 'flag.acknowledge')
  },
}
