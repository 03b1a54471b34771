import * as v from 'valibot'
import type { NetworkRules, StoredNames } from '#extension/background/ports.ts'
import { parse } from '#shared/base/parse.ts'
import { type CompiledPolicy, searchIn } from '#shared/domain/policy.ts'
import type { SearchSettings } from '#shared/domain/search-settings.ts'
import { ruleLimits } from '#shared/policy/rule-limits.ts'
import { ruleSets } from '#shared/policy/rule-sets.ts'
import { networkRuleIds, type NetworkRule } from '#shared/policy/rules.ts'
import { safeSearchRuleIds, safeSearchRules } from '#shared/policy/safe-search-rules.ts'
import { blockPageUrl } from '../block-page.ts'
import { browser } from '../browser.ts'
import { packagedNames } from './packaged-names.ts'

type DynamicRules = Parameters<typeof browser.declarativeNetRequest.updateDynamicRules>[0]

const Applied = v.object({
  stamp: v.string(),
  coverage: v.object({
    held: v.number(),
    listed: v.number(),
    popularHeld: v.number(),
    popularListed: v.number(),
  }),
})
const appliedKey = 'rules'

const isSafari = import.meta.env['BROWSER'] === 'safari'

/**
 * Hosts of categories that the policy blocks at all times and never lets anybody open, as rules of the browser's own engine: they hold with
 * a dead worker. The packaged hosts everywhere; the school's too where no request can be held by us. The engine lets IPv4-mapped IPv6
 * literals and `file:` pages through, which the other gates hold.
 */
export const rules: NetworkRules = {
  wantsNames: async () => !(await holdsRequests()),
  async follow(policy, names) {
    const stamp = await stampOf(policy, names)
    // Every change makes the engine read all rules again, for seconds where they are many: a woken worker must not do that.
    const applied = parse(Applied, (await browser.storage.session.get(appliedKey))[appliedKey])
    if (applied.ok && applied.value.stamp === stamp) return applied.value.coverage
    const lists = [await packagedNames(), ...(names === null ? [] : [await names.read()])]
    const limits = isSafari ? ruleLimits.safari : ruleLimits.chromium
    const compiled = ruleSets(policy, lists, limits, { url: blockPageUrl(), path: '/blocked.html' })
    await replace(networkRuleIds, compiled.rules)
    // By itself: an engine that refuses one of these must keep what holds the gravest hosts.
    await replace(safeSearchRuleIds, safeSearchRules(await leftToRules(searchIn(policy))))
    await browser.storage.session.set({ [appliedKey]: { stamp, coverage: compiled.coverage } })
    return compiled.coverage
  },
}

/** Asking the manifest would not do: a browser grants it only to extensions that policy installed. */
const holdsRequests = async (): Promise<boolean> =>
  !isSafari && (await browser.permissions.contains({ permissions: ['webRequestBlocking'] }))

/**
 * Where requests are held the request gate makes searches safe, and a rule that redirects the same request must not be there: Chromium then
 * refuses the way to our block page (ERR_BLOCKED_BY_CLIENT), and whoever searched for help would see an error.
 */
const leftToRules = async (search: SearchSettings): Promise<SearchSettings> =>
  (await holdsRequests()) ? { ...search, safeSearch: false } : search

/** The rules are plain data in the browser's own form; its types list resource types one by one. */
const replace = (removeRuleIds: readonly number[], addRules: readonly NetworkRule[]): Promise<void> =>
  browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds, addRules } as DynamicRules)

/** Everything that the rules are made of, in short. It is forgotten when the browser ends, so every start makes the rules anew. */
async function stampOf(policy: CompiledPolicy, names: StoredNames | null): Promise<string> {
  const text = JSON.stringify([browser.runtime.getManifest().version, names?.hash ?? null, policy])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
