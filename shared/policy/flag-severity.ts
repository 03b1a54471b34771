import { type CategoryId, traitsOf } from '../domain/category.ts'
import type { Reason } from '../domain/decision.ts'
import type { FlagCause } from '../domain/flag.ts'
import type { Period } from '../domain/period.ts'
import { type CompiledPolicy, flagIn } from '../domain/policy.ts'
import { metSeverity, type Severity } from '../domain/severity.ts'
import { categoriesOf, isOwnWords, type Verdict } from '../domain/verdict.ts'

/**
 * What somebody with authority opened raises no flag, and neither does a lock; but none of them takes the pupil's own words away
 * from the safeguarding team.
 */
const silent = new Set<Reason>([
  'support',
  'school-rule',
  'granted',
  'lock',
  'scene',
  'paused-and-went-on',
  'not-ready',
])

/** The lowest severity that goes to the safeguarding team alone. Lower ones reach teachers, and a search for help must not. */
const safeguardingOnly = 3

/**
 * The severity of the flag a decision raises, 0 for none: the gravest of the verdict's categories.
 * The pupil's own words, what they send and repeated tries count in full, a page merely met counts one less.
 */
export function flagSeverity(from: {
  readonly verdict: Verdict
  readonly policy: CompiledPolicy
  /** Asked for only where it matters. */
  readonly period: () => Period
  readonly cause: FlagCause | null
  readonly reason: Reason
}): 0 | Severity {
  const { verdict, policy, period, cause, reason } = from
  if (cause === null) return 0
  const illegal = categoriesOf(verdict).some((id) => traitsOf(id).locked)
  const isSilent = silent.has(reason) && !illegal
  const severityOf = (id: CategoryId, ownWords: boolean): 0 | Severity =>
    ownWords || cause === 'repeat' || cause === 'upload'
      ? flagIn(policy, id)
      : metSeverity(flagIn(policy, id))
  const severities = verdict.evidence
    .filter(({ source }) => !isSilent || isOwnWords(source))
    .map(({ category, source }) => severityOf(category, isOwnWords(source)))
  const gravest = severities.reduce<0 | Severity>((most, severity) => (severity > most ? severity : most), 0)
  if ((verdict.seeksHelp || isSilent) && gravest < safeguardingOnly) return 0
  if (gravest === 0 || gravest === 4 || policy.monitorsOutOfHours) return gravest
  return period() === 'out-of-hours' ? 0 : gravest
}
