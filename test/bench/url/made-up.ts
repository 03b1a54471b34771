import type { Domains } from './contender.ts'

/**
 * As many domains as asked for when the lists have fewer: further ones are crossed from two listed ones, the first label of one before
 * the parent of another, so that endings, crowded parents and lengths stay as common as they are. The listed ones come first.
 */
export function withMadeUp(listed: Domains, wanted: number): Domains {
  const { hosts, sets, categoriesOf } = listed
  if (hosts.length >= wanted) return listed
  const known = new Set(hosts)
  const all = [...hosts]
  const setOf = [...sets]
  // Each distance pairs every host with another one; with the third or so there are enough.
  for (let distance = 1; distance < hosts.length && all.length < wanted; distance++) {
    for (const [index, host] of hosts.entries()) {
      if (all.length >= wanted) break
      const other = hosts[(index + distance) % hosts.length] ?? host
      const crossed = host.slice(0, host.indexOf('.')) + other.slice(other.indexOf('.'))
      if (known.has(crossed) || crossed.length > 253) continue
      known.add(crossed)
      all.push(crossed)
      setOf.push(sets[index] ?? 0)
    }
  }
  return { hosts: all, sets: Uint16Array.from(setOf), categoriesOf }
}
