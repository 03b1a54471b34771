import { isIpAddress } from '../domain/address.ts'
import type { CategoryId } from '../domain/category.ts'
import { type ListedNames, parentsOf } from '../domain/listed-names.ts'
import type { CompiledPolicy } from '../domain/policy.ts'
import { type Standing, standingOf } from './always-shut.ts'

/** The names above a host, nearest first; none above an IP address. */
export const above = (host: string): string[] => (isIpAddress(host) ? [] : [...parentsOf(host)])

/** What all lists together say of each host. */
export class KnownHosts {
  readonly #standings = new Map<string, Standing>()

  constructor(policy: CompiledPolicy, lists: readonly ListedNames[]) {
    const said = new Map<string, { list: number; set: number }>()
    const both = new Map<string, readonly CategoryId[]>()
    for (const [number, { sets, hosts, setOf }] of lists.entries()) {
      const standings = sets.map(({ categories }) => standingOf(policy, categories))
      for (const [index, host] of hosts.entries()) {
        const set = setOf[index] ?? 0
        const before = said.get(host)
        this.#standings.set(host, standings[set] ?? 'open')
        said.set(host, { list: number, set })
        if (before === undefined) continue
        const earlier = both.get(host) ?? lists[before.list]?.sets[before.set]?.categories ?? []
        both.set(host, [...earlier, ...(sets[set]?.categories ?? [])])
      }
    }
    for (const [host, categories] of both) this.#standings.set(host, standingOf(policy, categories))
  }

  standing(host: string): Standing {
    return this.#standings.get(host) ?? 'open'
  }

  isSupported(host: string): boolean {
    return above(host).some((parent) => this.standing(parent) === 'support')
  }

  /** The nearest name above that shuts `host`, when nothing safe lies between. */
  shutterOf(host: string): string | null {
    const parent = above(host).find((name) => this.#decides(name))
    return parent !== undefined && this.standing(parent) === 'shut' ? parent : null
  }

  isBelowShut(host: string): boolean {
    return above(host).some((name) => this.standing(name) === 'shut')
  }

  /** How often safe and shut take turns above `host`, counted in pairs. */
  layerOf(host: string): number {
    let last = this.#side(host)
    let turns = 0
    for (const name of above(host)) {
      if (!this.#decides(name)) continue
      if (this.#side(name) === last) continue
      last = this.#side(name)
      turns++
    }
    // A safe name with nothing shut above it is no turn.
    return Math.max(0, Math.floor((last === 'safe' ? turns - 1 : turns) / 2))
  }

  safeBelow(): Map<string, string[]> {
    const below = new Map<string, string[]>()
    for (const [host, standing] of this.#standings) {
      if (standing !== 'safe' && standing !== 'support') continue
      for (const parent of above(host))
        if (this.standing(parent) === 'shut') below.set(parent, [...(below.get(parent) ?? []), host])
    }
    return below
  }

  #side(name: string): 'shut' | 'safe' {
    return this.standing(name) === 'shut' ? 'shut' : 'safe'
  }

  #decides(name: string): boolean {
    const standing = this.standing(name)
    return standing === 'shut' || standing === 'safe' || standing === 'support'
  }
}
