import { naming, takingBack } from './gathered.ts'
import type { Setting } from './setting.ts'

/**
 * A source that takes a site back (`@@||host^`) takes back what it says at and below that site, and nothing that others say. Gives a set of
 * sources without what host `from` and its parents take back. A site taken back below one that the source still lists stays listed:
 * a bundle has no rule for "not this one", and an allow would speak against other lists.
 */
export function takenBack({ gathered, parents, sources }: Setting): (set: number, from: number) => number {
  const { sets } = gathered
  const takes = new Map<number, number[]>()
  for (let set = 0; set < sets.size; set++) {
    const members = sets.membersOf(set)
    const numbers = sources.flatMap((_, number) =>
      members.includes(takingBack(number)) ? [naming(number)] : [],
    )
    if (numbers.length > 0) takes.set(set, numbers)
  }
  if (takes.size === 0) return (set) => set
  return (set, from) => {
    let left = set
    for (let host = from; host >= 0; host = parents[host]!)
      for (const member of takes.get(gathered.setOf(host)) ?? []) left = sets.without(left, member)
    return left
  }
}
