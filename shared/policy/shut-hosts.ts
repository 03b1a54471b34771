import type { ListedNames } from '../domain/listed-names.ts'
import type { CompiledPolicy } from '../domain/policy.ts'
import { readSitePattern } from '../domain/site.ts'
import { type Standing, standingOf } from './always-shut.ts'
import { above, KnownHosts } from './known-hosts.ts'

/** How much of what the policy always shuts is held, of the hosts that need a rule of their own. */
export interface RuleCoverage {
  readonly held: number
  readonly listed: number
  readonly popularHeld: number
  readonly popularListed: number
}

/**
 * Hosts to shut and to leave open, sorted into layers: a host of `shut[1]` lies below one of `open[0]`, which lies below one of `shut[0]`.
 * Within a layer the order is that of need.
 */
export interface ShutHosts {
  readonly locked: readonly string[]
  readonly shut: readonly (readonly string[])[]
  readonly open: readonly (readonly string[])[]
  /** What the school's own rules open of these. */
  readonly opened: readonly string[]
  readonly coverage: RuleCoverage
}

/** Deeper turns of safe and shut than any honest list has are left to the other gates. */
const mostLayers = 8

type Mutable = { -readonly [K in keyof RuleCoverage]: number }

/**
 * Chooses the hosts that the browser's own engine keeps shut, at most `most` names in all, the earlier ones first. A host is taken together
 * with the safe ones below it or not at all. Every list counts: what one of them calls safe no other one shuts.
 */
export function shutHosts(policy: CompiledPolicy, lists: readonly ListedNames[], most: number): ShutHosts {
  const known = new KnownHosts(policy, lists)
  const openedAll = openedHosts(policy)
  const opened = [...openedAll].filter((host) => known.isBelowShut(host))
  const safeBelow = known.safeBelow()
  const locked: string[] = []
  const [shut, open]: [string[][], string[][]] = [[], []]
  const taken = new Set<string>()
  const coverage: Mutable = { held: 0, listed: 0, popularHeld: 0, popularListed: 0 }
  let room = most - opened.length
  const put = (layers: string[][], host: string): void => {
    const layer = known.layerOf(host)
    while (layers.length <= layer) layers.push([])
    layers[layer]?.push(host)
    taken.add(host)
    room--
  }
  const isHeld = (host: string): boolean => taken.has(host) || taken.has(known.shutterOf(host) ?? '')
  const take = (host: string, standing: Standing): void => {
    if (standing === 'locked') {
      if (room < 1) return
      locked.push(host)
      taken.add(host)
      room--
      return
    }
    const below = (safeBelow.get(host) ?? []).filter((name) => !taken.has(name))
    if (room < 1 + below.length || known.layerOf(host) >= mostLayers) return
    put(shut, host)
    for (const name of below) put(open, name)
  }
  const seen = new Set<string>()
  for (const list of lists) {
    count(coverage, policy, list)
    const standings = list.sets.map(({ categories }) => standingOf(policy, categories))
    for (const [index, host] of list.hosts.entries()) {
      if (!isAlways(standings[list.setOf[index] ?? 0])) continue
      const standing = known.standing(host)
      const popular = list.popular[index] ?? 0
      const isOpened = standing === 'shut' && (known.isSupported(host) || isWithin(host, openedAll))
      if (seen.has(host) || isOpened || !isAlways(standing)) {
        coverage.listed--
        coverage.popularListed -= popular
        continue
      }
      seen.add(host)
      if (!isHeld(host)) take(host, standing)
      if (!isHeld(host)) continue
      coverage.held++
      coverage.popularHeld += popular
    }
  }
  return { locked, shut, open, opened, coverage }
}

const isAlways = (standing: Standing | undefined): standing is 'locked' | 'shut' =>
  standing === 'locked' || standing === 'shut'

function count(coverage: Mutable, policy: CompiledPolicy, { sets }: ListedNames): void {
  for (const { categories, listed, popular } of sets) {
    if (!isAlways(standingOf(policy, categories))) continue
    coverage.listed += listed
    coverage.popularListed += popular
  }
}

const openedHosts = ({ sites }: CompiledPolicy): Set<string> =>
  new Set(
    sites.flatMap(({ site, effect }) => {
      const parts = effect === 'allow' ? readSitePattern(site) : null
      return parts === null ? [] : [parts.host]
    }),
  )

const isWithin = (host: string, hosts: ReadonlySet<string>): boolean =>
  hosts.size > 0 && (hosts.has(host) || above(host).some((parent) => hosts.has(parent)))
