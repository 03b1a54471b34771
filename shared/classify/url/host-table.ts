/** The endings under which one site has a name in each country. */
const countryEnding = /\.(?:(?:com?|org|net)\.[a-z]{2}|com|[a-z]{2})$/

/** No name of the DNS is longer (RFC 1035, 2.3.4); what stands before that in an address costs nothing. */
const longestName = 253

const none: readonly never[] = []

/** What a table knows of a host: the entry, and the name it was found under. */
export interface HostEntry<T> {
  readonly host: string
  readonly value: T
}

/**
 * Knows things of hosts and of everything below them, and finds them with a look into a map for each label instead of a pattern for each
 * entry: every address of every request comes by here. `google.*` means google under any country's ending.
 */
export class HostTable<T> {
  readonly #byHost = new Map<string, T[]>()
  readonly #byBrand = new Map<string, T[]>()

  /** @param rows hosts, separated by spaces, with what is known of them; a host may stand in several rows */
  constructor(rows: Iterable<readonly [hosts: string, value: T]>) {
    for (const [hosts, value] of rows) {
      for (const host of hosts.split(/\s+/)) {
        if (host === '') continue
        const isBrand = host.endsWith('.*')
        const table = isBrand ? this.#byBrand : this.#byHost
        const name = isBrand ? host.slice(0, -2) : host
        const known = table.get(name)
        if (known) known.push(value)
        else table.set(name, [value])
      }
    }
  }

  /** Everything known of a normalised host, that of the longest name first. */
  find(host: string): readonly HostEntry<T>[] {
    let found: HostEntry<T>[] | null = null
    const brandEnd = this.#byBrand.size === 0 ? -1 : host.search(countryEnding)
    const from = host.length > longestName ? nextLabel(host, host.length - longestName) : 0
    for (let at = from; at !== -1; at = nextLabel(host, at)) {
      const own = this.#byHost.get(at === 0 ? host : host.slice(at))
      const brand = at < brandEnd ? this.#byBrand.get(host.slice(at, brandEnd)) : undefined
      if (own) for (const value of own) (found ??= []).push({ host: host.slice(at), value })
      if (brand) for (const value of brand) (found ??= []).push({ host: host.slice(at), value })
    }
    return found ?? none
  }
}

function nextLabel(host: string, at: number): number {
  const dot = host.indexOf('.', at)
  return dot === -1 ? -1 : dot + 1
}
