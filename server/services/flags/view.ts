import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import type { UnitVerb } from '../verb.ts'
import { flagDetail } from './describe.ts'
import { reachFlag } from './reach.ts'

/** One flag with its evidence. The look is written down in the same unit of work, or there is no look. */
export const view: UnitVerb<'flags.view'> = {
  input: v.strictObject({ flagId: Id }),
  async run(ctx, { flagId }) {
    const reached = await reachFlag(ctx, flagId, 'flag.read')
    if (!reached.ok) return reached
    const { flag, access } = reached.value
    await ctx.audit({
      action: 'flag.view',
      subjectKind: 'flag',
      subjectId: flagId,
      pupilId: flag.pupilId,
      detail: { access },
    })
    return ok(await flagDetail(ctx, flag, access))
  },
}
