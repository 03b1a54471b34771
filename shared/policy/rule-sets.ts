import type { ListedNames } from '../domain/listed-names.ts'
import type { CompiledPolicy } from '../domain/policy.ts'
import type { RuleLimits } from './rule-limits.ts'
import { type NetworkRule, networkRuleIds, rulePriorities } from './rules.ts'
import { type RuleCoverage, shutHosts } from './shut-hosts.ts'

/** What stands for a page: everything else is a part of one. */
const page = ['main_frame']
const parts = [
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'webtransport',
  'webbundle',
  'other',
]

type Kind = Pick<NetworkRule, 'action'> & {
  readonly condition: Omit<NetworkRule['condition'], 'requestDomains'>
}

/**
 * Compiles names into rules that hold with a dead worker: pages of hosts that the policy always shuts go to the block page, what pages load
 * of them is blocked. One rule for each action and kind of resource, in as many pieces as the engine wants. Safe hosts below a shut one, and
 * what the school itself opens, stay open by rules of a higher priority: WebKit forgets a rule's own exceptions.
 * @param blockPage the block page's address without a fragment, and its path in the extension
 */
export function ruleSets(
  policy: CompiledPolicy,
  lists: readonly ListedNames[],
  limits: RuleLimits,
  blockPage: { readonly url: string; readonly path: string },
): { rules: NetworkRule[]; coverage: RuleCoverage } {
  const { locked, shut, open, opened, coverage } = shutHosts(policy, lists, limits.hosts)
  const shutting = shuttingKinds(limits, blockPage)
  const opening: Kind[] = [
    { action: { type: 'allow' }, condition: { resourceTypes: limits.parts ? [...page, ...parts] : page } },
  ]
  const rules: NetworkRule[] = []
  const add = (hosts: readonly string[], priority: number, kinds: readonly Kind[]): void => {
    for (let from = 0; from < hosts.length; from += limits.hostsPerRule) {
      const requestDomains = hosts.slice(from, from + limits.hostsPerRule)
      for (const { action, condition } of kinds) {
        const id = networkRuleIds[rules.length]
        if (id === undefined) throw new Error('more rules than have an id')
        rules.push({ id, priority, action, condition: { requestDomains, ...condition } })
      }
    }
  }
  for (const [layer, hosts] of shut.entries()) add(hosts, rulePriorities.shut + layer * 2, shutting)
  for (const [layer, hosts] of open.entries()) add(hosts, rulePriorities.shut + layer * 2 + 1, opening)
  add(opened, rulePriorities.opened, opening)
  add(locked, rulePriorities.locked, shutting)
  return { rules, coverage }
}

function shuttingKinds(
  { redirect, parts: reaches }: RuleLimits,
  { url, path }: { url: string; path: string },
): Kind[] {
  const toBlockPage: Kind =
    redirect === 'plain'
      ? {
          action: { type: 'redirect', redirect: { extensionPath: path } },
          condition: { resourceTypes: page },
        }
      : {
          action: { type: 'redirect', redirect: { regexSubstitution: `${url}#\\0` } },
          condition: { regexFilter: '^https?://.*', resourceTypes: page },
        }
  // One redirect of everything would cost a tenth less memory (28 bytes a host instead of 32), but Chromium lets WebSockets through it.
  return reaches
    ? [toBlockPage, { action: { type: 'block' }, condition: { resourceTypes: parts } }]
    : [toBlockPage]
}
