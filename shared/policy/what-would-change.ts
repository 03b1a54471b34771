import type { EpochMs } from '../base/fields.ts'
import { type Band, pupilBands } from '../domain/audience.ts'
import { Action, type CategoryId, isSafe, traitsOf } from '../domain/category.ts'
import type { Decision } from '../domain/decision.ts'
import type { FlagCause } from '../domain/flag.ts'
import { Period } from '../domain/period.ts'
import type { Policy } from '../domain/policy.ts'
import { openScene, type Scene } from '../domain/scene.ts'
import type { Variation, Varied } from '../domain/variation.ts'
import { categoriesOf, type Verdict } from '../domain/verdict.ts'
import { compilePolicy } from './compile.ts'
import { decide } from './decide.ts'
import { supposedMoment, supposedSchedule } from './supposed.ts'
import { ofTypedWords } from './typed-words.ts'

/** Everything that a decision comes from. */
export interface Supposed {
  readonly verdict: Verdict
  readonly policy: Policy
  /** Of the policy, for the trace. */
  readonly version: number
  readonly band: Band
  readonly period: Period
  readonly cause: FlagCause
  readonly at: EpochMs
  readonly scene?: Scene
  readonly grants?: readonly string[]
  readonly wentOn?: readonly string[]
}

/** What a device of that band decides in that period; about typed words, whether it hints. */
export function decideSupposed({
  verdict,
  policy,
  version,
  band,
  period,
  cause,
  at,
  ...more
}: Supposed): Decision {
  const compiled = compilePolicy({ ...policy, schedule: supposedSchedule(period) }, band, version)
  const moment = supposedMoment(period, cause, at, more.scene)
  const opened = { ...moment, grants: more.grants ?? [], wentOn: more.wentOn ?? [] }
  const decision = decide(verdict, compiled, opened)
  return cause === 'typed' ? ofTypedWords(decision) : decision
}

/** What would have to be otherwise for another action or another flag: each tried by deciding again, and only what makes a difference. */
export function whatWouldChange(supposed: Supposed): Varied[] {
  const now = decideSupposed(supposed)
  return variationsOf(supposed).flatMap((variation) => {
    const { action, reason, flag } = decideSupposed(applied(supposed, variation))
    return action === now.action && flag === now.flag ? [] : [{ variation, action, reason, flag }]
  })
}

function variationsOf({ verdict, band, period, policy }: Supposed): Variation[] {
  const { host } = verdict
  const changeable = categoriesOf(verdict).filter((id) => !traitsOf(id).locked && !isSafe(id))
  return [
    ...pupilBands.filter((each) => each !== band).map((each) => ({ kind: 'band', band: each }) as const),
    ...Period.options
      .filter((each) => each !== period)
      .map((each) => ({ kind: 'period', period: each }) as const),
    ...(host === '' ? [] : [{ kind: 'site-opened', site: host } as const]),
    ...changeable.map((category) => ({ kind: 'category-opened', category }) as const),
    { kind: 'went-on' },
    ...changeable.flatMap((category) =>
      Action.options.map((action) => ({ kind: 'action', category, action }) as const),
    ),
    ...(host === ''
      ? []
      : (['allow', 'block'] as const).map((effect) => ({ kind: 'site-rule', site: host, effect }) as const)),
    ...changeable.map((category) => ({ kind: 'no-flag', category }) as const),
    { kind: 'monitoring', outOfHours: !policy.monitorsOutOfHours },
  ]
}

/** The same with one thing otherwise. What teachers open, they open in a lesson. */
function applied(supposed: Supposed, variation: Variation): Supposed {
  const { policy, band, period, verdict } = supposed
  const withPolicy = (changed: Partial<Policy>): Supposed => ({
    ...supposed,
    policy: { ...policy, ...changed },
  })
  switch (variation.kind) {
    case 'band':
      return { ...supposed, band: variation.band }
    case 'period':
      return { ...supposed, period: variation.period }
    case 'site-opened':
      return { ...supposed, period: 'lesson', grants: [variation.site] }
    case 'category-opened':
      return { ...supposed, period: 'lesson', scene: opening(variation.category) }
    case 'went-on':
      return { ...supposed, wentOn: [verdict.host] }
    case 'action':
      return withPolicy({
        actions: [
          ...policy.actions,
          { category: variation.category, action: variation.action, bands: [band], periods: [period] },
        ],
      })
    case 'site-rule':
      return withPolicy({
        sites: [...policy.sites, { site: variation.site, effect: variation.effect, bands: [band], why: '' }],
      })
    case 'no-flag':
      return withPolicy({ flags: [...policy.flags, { category: variation.category, severity: 0 }] })
    case 'monitoring':
      return withPolicy({ monitorsOutOfHours: variation.outOfHours })
  }
}

const opening = (category: CategoryId): Scene => ({ ...openScene, openCategories: [category] })
