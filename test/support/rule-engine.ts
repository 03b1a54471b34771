import { isIpAddress } from '#shared/domain/address.ts'
import { hostIsWithin } from '#shared/domain/site.ts'
import type { NetworkRule } from '#shared/policy/rules.ts'

/** Which of our rules a browser's engine would follow for a page of `host`: the one of highest priority. */
export function ruleFor(rules: readonly NetworkRule[], host: string): NetworkRule | undefined {
  const covers = (name: string): boolean => (isIpAddress(host) ? host === name : hostIsWithin(host, name))
  return rules
    .filter(({ condition }) => condition.resourceTypes.includes('main_frame'))
    .filter(({ condition }) => condition.requestDomains?.some(covers))
    .toSorted((one, other) => other.priority - one.priority)[0]
}

/** True when the rules alone keep a page of `host` from opening. */
export const isShut = (rules: readonly NetworkRule[], host: string): boolean =>
  ['redirect', 'block'].includes(ruleFor(rules, host)?.action.type ?? 'none')
