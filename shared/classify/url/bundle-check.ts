import { isIpAddress } from '../../domain/address.ts'
import type { ListBundle } from './bundle-reader.ts'
import type { RuleTable } from './rule-table.ts'

/**
 * The first of these hosts about which a bundle says something else than the rules it was written from, or null. Hosts that people really
 * visit are compared exactly, so that no collision of hashes ever meets one of them.
 */
export function firstWrongHost(bundle: ListBundle, rules: RuleTable, hosts: Iterable<string>): string | null {
  for (const host of hosts) {
    const found = bundle
      .lookup({ host, path: '/', query: '' })
      .map((match) => `${match.host} ${[...match.categories].toSorted().join()}`)
    if (found.join('|') !== ruledFor(rules, host).join('|')) return host
  }
  return null
}

/** What the rules say of a host and its parents, the longest name first. */
function ruledFor(rules: RuleTable, host: string): string[] {
  const told: string[] = []
  for (let at = 0; at !== -1; at = isIpAddress(host) ? -1 : nextLabel(host, at)) {
    const name = host.slice(at)
    const categories = rules.categoriesOf(rules.hosts.get(name) ?? 0)
    if (categories.length > 0) told.push(`${name} ${[...categories].toSorted().join()}`)
  }
  return told
}

const nextLabel = (host: string, at: number): number => {
  const dot = host.indexOf('.', at)
  return dot === -1 ? -1 : dot + 1
}
