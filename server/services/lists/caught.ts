import { isHarm, isIllegal } from '#shared/domain/category.ts'
import type { Gathered } from './gathered.ts'
import { sourcesIn } from './judge.ts'
import type { ListReport } from './list-report.ts'
import type { ListSource } from './list-source.ts'
import { has, type Marks, mark } from './marks.ts'

/** One is a slip of the pen. Two, and nobody has looked at the list before it was published. */
const slips = 1

/** Sources that put a registry's suffixes over good sites (`co.uk`, where schools live) into a harm category: by number, with what they named. */
export function caughtSources(
  gathered: Gathered,
  marks: Marks,
  sources: readonly ListSource[],
): Map<number, ListReport['caught'][number]> {
  const named = new Map<ListSource, string[]>()
  for (const [host, kind] of marks.suffixes) {
    if (kind !== 'registry' || !has(marks, host, mark.coversGood)) continue
    for (const source of sourcesIn(gathered.sets, gathered.setOf(host), sources)) {
      if (isHarm(source.category) && !isIllegal(source.category))
        named.set(source, [...(named.get(source) ?? []), gathered.arena.nameOf(host)])
    }
  }
  const caught = new Map<number, ListReport['caught'][number]>()
  for (const [source, suffixes] of [...named].toSorted(([one], [other]) => one.number - other.number)) {
    if (suffixes.length <= slips) continue
    const why = `it calls ${suffixes.length} public suffixes over good sites ${source.category}, so nothing it says of harm is believed`
    caught.set(source.number, { source: source.name, why, suffixes: suffixes.toSorted() })
  }
  return caught
}
