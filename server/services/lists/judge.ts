import { type CategoryId, categoryIds, isHarm, isIllegal, isSafe } from '#shared/domain/category.ts'
import { sourceOf, takingBack } from './gathered.ts'
import type { ListSource } from './list-source.ts'
import type { SourceSets } from './source-sets.ts'

/** Two sources that contradict each other about a site, and which of the two ids stands. */
export interface Contradiction {
  readonly safe: CategoryId
  readonly safeSource: string
  readonly harm: CategoryId
  readonly harmSource: string
  readonly wins: CategoryId
}

/** What becomes of a site that a set of sources names. */
export interface Judgement {
  readonly categories: readonly CategoryId[]
  /** How many publishers say so, for each category. */
  readonly votes: ReadonlyMap<CategoryId, number>
  readonly contradictions: readonly Contradiction[]
}

/** These win over every list but the illegal ones. The other safe ids win over one publisher, and give way to two that agree on a harm. */
const winsAlways = new Set<CategoryId>(['support', 'education', 'government'])

/**
 * Turns sets of sources into categories, each set once.
 * @param caught sources that are not believed when they speak of harm
 */
export function judgeOf(
  sources: readonly ListSource[],
  sets: SourceSets,
  caught: ReadonlySet<number>,
): (set: number) => Judgement {
  const known = new Map<number, Judgement>()
  return (set) => {
    const judged = known.get(set) ?? judge(sourcesIn(sets, set, sources), caught)
    known.set(set, judged)
    return judged
  }
}

/** The sources of a set that name the site and do not take it back. */
export function sourcesIn(sets: SourceSets, set: number, sources: readonly ListSource[]): ListSource[] {
  const members = sets.membersOf(set)
  return members.flatMap((member) => {
    const source = member % 2 === 0 ? sources[sourceOf(member)] : undefined
    return source === undefined || members.includes(takingBack(source.number)) ? [] : [source]
  })
}

/** True for what a caught source says of harm: nobody believes it. */
export const isDisbelieved = ({ number, category }: ListSource, caught: ReadonlySet<number>): boolean =>
  caught.has(number) && isHarm(category) && !isIllegal(category)

function judge(named: readonly ListSource[], caught: ReadonlySet<number>): Judgement {
  const by = new Map<CategoryId, ListSource[]>()
  for (const source of named)
    if (!isDisbelieved(source, caught)) by.set(source.category, [...(by.get(source.category) ?? []), source])
  const votes = new Map([...by].map(([id, all]) => [id, new Set(all.map(({ publisher }) => publisher)).size]))
  const ids = categoryIds.filter((id) => by.has(id))
  const harms = ids.filter((id) => isHarm(id) && !isIllegal(id))
  const safes = ids.filter(isSafe)
  if (harms.length === 0 || safes.length === 0) return { categories: ids, votes, contradictions: [] }
  const isAgreed = (id: CategoryId): boolean => (votes.get(id) ?? 0) > 1
  const harmWins = harms.some(isAgreed) && !safes.some((id) => winsAlways.has(id))
  const isLost = (id: CategoryId): boolean =>
    isSafe(id) ? harmWins : isHarm(id) && !isIllegal(id) && !(harmWins && isAgreed(id))
  const contradictions = safes.flatMap((safe) =>
    harms.flatMap((harm) =>
      (by.get(safe) ?? []).flatMap((safeSource) =>
        (by.get(harm) ?? []).map((harmSource) => ({
          safe,
          safeSource: safeSource.name,
          harm,
          harmSource: harmSource.name,
          wins: isLost(harm) ? safe : harm,
        })),
      ),
    ),
  )
  return { categories: ids.filter((id) => !isLost(id)), votes, contradictions }
}
