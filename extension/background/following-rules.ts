import type { RuleCoverage } from '#shared/policy/shut-hosts.ts'
import type { Faults } from './faults.ts'
import type { Judging } from './judging.ts'
import type { Kept } from './kept.ts'
import { namesInForce } from './names.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ListStore, NetworkRules } from './ports.ts'

/** Keeps the rules of the browser's own engine in step with policy and names. */
export interface FollowingRules {
  follow(): void
  /** How much is held; null until it is known. */
  coverage(): RuleCoverage | null
}

export function createFollowingRules(deps: {
  rules: NetworkRules
  judging: Judging
  kept: Kept
  faults: Faults
  listStore: ListStore
  subtle: SubtleCrypto
  changed: () => void
}): FollowingRules {
  const { rules, judging, kept, faults, changed } = deps
  const inTurn = oneAtATime()
  let coverage: RuleCoverage | null = null

  async function followNow(): Promise<void> {
    const names = namesInForce(deps)
    try {
      coverage = await rules.follow(judging.policy(), names)
      faults.clear('rules')
    } catch (error) {
      faults.raise('rules', `Network rules: ${String(error)}`)
      // Names that cannot be used are fetched anew, and must not keep the rest of the rules from following the policy.
      if (names === null) return
      await kept.set('names', null)
      coverage = await rules.follow(judging.policy(), null)
    }
  }

  return {
    follow() {
      void inTurn(followNow)
        .catch((error: unknown) => faults.raise('rules', `Network rules: ${String(error)}`))
        .then(changed)
    },
    coverage: () => coverage,
  }
}
