import { type CategoryId, isSafe, traitsOf } from '../domain/category.ts'
import { Period } from '../domain/period.ts'
import { actionIn, type CompiledPolicy } from '../domain/policy.ts'

/**
 * What a policy does about a host of some categories at every hour and whatever a teacher opens. `locked`: nothing opens it. `shut`: only the
 * school's own rule, or help, opens it. `support`: it opens everything below. `safe`: it opens itself. `open`: it depends, or it is open.
 */
export type Standing = 'locked' | 'shut' | 'support' | 'safe' | 'open'

/** The same as `settle` and `decide` come to for a host that stands alone. */
export function standingOf(policy: CompiledPolicy, categories: readonly CategoryId[]): Standing {
  if (categories.some((id) => traitsOf(id).locked)) return 'locked'
  if (categories.includes('support')) return 'support'
  if (categories.some(isSafe)) return 'safe'
  return categories.some((id) => isAlwaysShut(policy, id)) ? 'shut' : 'open'
}

/** True for what the policy blocks in every period and lets no teacher open. */
export const isAlwaysShut = (policy: CompiledPolicy, id: CategoryId): boolean =>
  policy.neverOpened.includes(id) &&
  Period.options.every((period) => actionIn(policy, id, period) === 'block')
