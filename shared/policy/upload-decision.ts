import type { Decision } from '../domain/decision.ts'
import type { Period } from '../domain/period.ts'
import type { CompiledPolicy } from '../domain/policy.ts'
import type { Verdict } from '../domain/verdict.ts'
import { flagSeverity } from './flag-severity.ts'

/**
 * What is decided about a picture that looked like a nude and was about to be sent to a page: it is stopped, and the flag follows the
 * policy for `sexting`. What the page itself is about plays no part.
 */
export function uploadDecision(
  page: Verdict,
  policy: CompiledPolicy,
  period: Period,
): { verdict: Verdict; decision: Decision } {
  const found = 'a picture about to be sent'
  const piece = { category: 'sexting', source: 'image', rule: found, list: 'pictures' } as const
  const verdict: Verdict = { ...page, evidence: [piece], seeksHelp: false }
  const asked = { verdict, policy, period: () => period, cause: 'upload', reason: 'category' } as const
  return {
    verdict,
    decision: {
      action: 'block',
      reason: 'category',
      category: 'sexting',
      categories: ['sexting'],
      flag: flagSeverity(asked),
      trace: [{ from: 'pictures', found: `${found} looked like a nude and was stopped` }],
    },
  }
}
