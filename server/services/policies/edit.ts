import { ok } from '#shared/base/result.ts'
import { PublishPolicyInput } from '#shared/protocol/console-api.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { currentPolicy } from './current.ts'
import { publishPolicy } from './publish.ts'

const notYours = () => refuse('not-allowed', 'The school’s policy is not yours to open.')

/** The policy in force, as the school wrote it. */
export const view: UnitVerb<'policies.view'> = {
  async run(ctx) {
    if (ctx.allow({ action: 'policy.read' }) === 'none') return notYours()
    const { version, policy } = await currentPolicy(ctx.db)
    return ok({ version, policy })
  },
}

/** Puts a policy in force, unless somebody published another one since it was opened. Devices are told at once. */
export const publish: UnitVerb<'policies.publish'> = {
  input: PublishPolicyInput,
  async run(ctx, { policy, basedOn }) {
    if (ctx.allow({ action: 'policy.publish' }) === 'none') return notYours()
    const { version } = await currentPolicy(ctx.db)
    if (version !== basedOn) {
      return refuse(
        'conflict',
        `Somebody has published version ${version} since. Open that one and change it again.`,
      )
    }
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
    for (const fact of await publishPolicy(ctx.db, policy, staffId, ctx.now))
      ctx.publish({ fact: 'policy', ...fact })
    const next = version + 1
    await ctx.audit({
      action: 'policy.publish',
      subjectKind: 'policy',
      subjectId: String(next),
      detail: { basedOn },
    })
    return ok({ version: next, policy })
  },
}
