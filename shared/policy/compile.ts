import { type Band, defaultAction } from '../domain/audience.ts'
import { type Action, categoryIds, type CategoryId, traitsOf } from '../domain/category.ts'
import type { Period } from '../domain/period.ts'
import type { CompiledPolicy, Policy } from '../domain/policy.ts'
import { defaultSearch, type SearchSettings } from '../domain/search-settings.ts'
import type { Severity } from '../domain/severity.ts'

const periods = ['lesson', 'school-day', 'out-of-hours'] as const satisfies readonly Period[]

/**
 * Compiles what a school edits into the one small document that devices of a band hold.
 * Later rules win over earlier ones. Locked categories keep the vocabulary's action and severity, safe ones stay allowed,
 * whatever the rules say.
 */
export function compilePolicy(policy: Policy, band: Band, version: number): CompiledPolicy {
  const actions = Object.fromEntries(
    categoryIds.map((id) => [id, periods.map((period) => actionOf(policy, id, band, period))]),
  ) as Record<CategoryId, [Action, Action, Action]>
  const flags = Object.fromEntries(categoryIds.map((id) => [id, flagOf(policy, id)])) as Record<
    CategoryId,
    0 | Severity
  >
  return {
    format: 1,
    version,
    schoolName: policy.schoolName,
    band,
    schedule: policy.schedule,
    actions,
    flags,
    search: searchOf(policy, band),
    neverOpened: policy.neverOpened,
    sites: policy.sites
      .filter(({ bands }) => bands.length === 0 || bands.includes(band))
      .map(({ site, effect }) => ({ site, effect })),
    monitorsOutOfHours: policy.monitorsOutOfHours,
    safeguardingContact: policy.safeguardingContact,
  }
}

function actionOf(policy: Policy, id: CategoryId, band: Band, period: Period): Action {
  const traits = traitsOf(id)
  if (traits.locked || traits.kind === 'safe') return defaultAction(traits, band)
  const rule = policy.actions.findLast(
    ({ category, bands, periods: when }) =>
      category === id &&
      (bands.length === 0 || bands.includes(band)) &&
      (when.length === 0 || when.includes(period)),
  )
  return rule?.action ?? defaultAction(traits, band)
}

function flagOf(policy: Policy, id: CategoryId): 0 | Severity {
  const traits = traitsOf(id)
  if (traits.locked || traits.kind === 'safe') return traits.flag
  return policy.flags.findLast(({ category }) => category === id)?.severity ?? traits.flag
}

function searchOf(policy: Policy, band: Band): SearchSettings {
  const rules = policy.search.filter(({ bands }) => bands.length === 0 || bands.includes(band))
  const { safeSearch, youTube } = defaultSearch(band)
  return {
    safeSearch: rules.findLast((rule) => rule.safeSearch !== null)?.safeSearch ?? safeSearch,
    youTube: rules.findLast((rule) => rule.youTube !== null)?.youTube ?? youTube,
  }
}
