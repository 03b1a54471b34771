import { ok } from '#shared/base/result.ts'
import { bandOfYear } from '#shared/domain/audience.ts'
import { decideSupposed, whatWouldChange } from '#shared/policy/what-would-change.ts'
import { WhyQuestion } from '#shared/protocol/why.ts'
import { currentLists } from '../lists/current.ts'
import { currentModel } from '../models/current.ts'
import { modelInForce } from '../models/in-force.ts'
import { currentPolicy } from '../policies/current.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { judge } from './judge.ts'

/**
 * What devices would decide about an address or a text, and why: the same classifiers, the school's lists and the policy in force. What
 * is asked about is kept nowhere.
 */
export const ask: SlowVerb<'why.ask'> = {
  input: WhyQuestion,
  async runSlowly({ school, now, unit }, { about, year, period }) {
    const standing = await unit(async (ctx) => {
      if (ctx.allow({ action: 'why.ask' }) === 'none')
        return refuse('not-allowed', 'How pages are decided is for teachers, safeguarding and ICT.')
      const { policy, version } = await currentPolicy(ctx.db)
      const { lists } = await currentLists(ctx.db)
      const own = await currentModel(ctx.db)
      return ok({ policy, version, listsHash: lists?.hash ?? null, modelHash: own?.model.hash ?? null })
    })
    if (!standing.ok) return standing
    const { policy, version, listsHash, modelHash } = standing.value
    const model = await modelInForce(school.folder, modelHash)
    const { verdict, cause, reading, lists } = await judge(about, {
      schoolFolder: school.folder,
      listsHash,
      model,
      policy,
    })
    const supposed = { verdict, policy, version, band: bandOfYear(year), period, cause, at: now }
    return ok({
      decision: decideSupposed(supposed),
      host: verdict.host,
      reading,
      changes: whatWouldChange(supposed),
      by: { policy: version, lists, model: model?.name ?? null },
    })
  },
}
