import * as v from 'valibot'
import type { NetworkRules } from '#extension/background/ports.ts'
import { parse } from '#shared/base/parse.ts'
import { CategoryId } from '#shared/domain/category.ts'
import { actionIn, type CompiledPolicy, searchIn } from '#shared/domain/policy.ts'
import { readSitePattern } from '#shared/domain/site.ts'
import { networkRuleIds, type NetworkRule, networkRules } from '#shared/policy/rules.ts'
import { safeSearchRuleIds, safeSearchRules } from '#shared/policy/safe-search-rules.ts'
import { blockPageUrl } from '../block-page.ts'
import { browser } from '../browser.ts'

const StarterHosts = v.array(v.object({ category: CategoryId, hosts: v.array(v.string()) }))

type DynamicRules = Parameters<typeof browser.declarativeNetRequest.updateDynamicRules>[0]

/**
 * The packaged hosts of categories that the policy blocks at all times and never lets anybody open, as rules of the browser's own
 * engine: they hold with a dead worker. It lets IPv4-mapped IPv6 literals and `file:` pages through, which the other gates hold.
 */
export const rules: NetworkRules = {
  async follow(policy) {
    const lists = parse(
      StarterHosts,
      await (await fetch(browser.runtime.getURL('/starter-hosts.json'))).json(),
    )
    if (!lists.ok) throw new Error(lists.error)
    const shut = lists.value
      .filter(({ category }) => isAlwaysShut(policy, category))
      .flatMap(({ hosts }) => hosts)
    const opened = policy.sites.flatMap(({ site, effect }) => {
      const parts = effect === 'allow' ? readSitePattern(site) : null
      return parts === null ? [] : [parts.host]
    })
    await replace(Object.values(networkRuleIds), networkRules(shut, opened, blockPageUrl()))
    // By itself: an engine that refuses one of these must keep what holds the gravest hosts.
    await replace(safeSearchRuleIds, safeSearchRules(searchIn(policy)))
  },
}

/** The rules are plain data in the browser's own form; its types list resource types one by one. */
const replace = (removeRuleIds: readonly number[], addRules: readonly NetworkRule[]): Promise<void> =>
  browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds, addRules } as DynamicRules)

const isAlwaysShut = (policy: CompiledPolicy, category: CategoryId): boolean =>
  policy.neverOpened.includes(category) &&
  (['lesson', 'school-day', 'out-of-hours'] as const).every(
    (period) => actionIn(policy, category, period) === 'block',
  )
