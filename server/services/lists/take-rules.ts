import type { RuleTable } from '#shared/classify/url/rule-table.ts'
import type { ArenaHosts } from './arena-hosts.ts'
import type { ListReport } from './list-report.ts'
import type { Setting } from './setting.ts'
import { sameVerdict, setAbove, setAbovePath } from './subsume.ts'

/** Puts the settled rules into the table, whose hosts are `hosts`, without those that a shorter rule makes redundant. */
export function takeRules(
  { gathered, parents, marks }: Setting,
  table: RuleTable,
  hosts: ArenaHosts,
  sets: Uint32Array,
  paths: ReadonlyMap<string, number>,
): Pick<ListReport, 'subsumed' | 'coverage'> {
  const same = sameVerdict(table)
  const rules = { sets, parents, marks: marks.of }
  const subsumed = { hosts: 0, paths: 0 }
  const counts: number[] = []
  for (let host = 0; host < sets.length; host++) {
    const set = sets[host]!
    if (set === 0) continue
    const above = parents[host]! < 0 ? 0 : setAbove(host, rules)
    if (above !== 0 && same(set, above)) {
      subsumed.hosts++
      continue
    }
    hosts.setNumber(host, set)
    counts[set] = (counts[set] ?? 0) + 1
  }
  for (const [path, set] of paths) {
    const host = gathered.arena.find(path.slice(0, path.indexOf('/')))
    const above = setAbovePath(path, paths, sets[host]!)
    if (above !== null && same(set, above)) subsumed.paths++
    else table.paths.set(path, set)
  }
  return { subsumed, coverage: coverageOf(table, counts) }
}

function coverageOf(table: RuleTable, counts: readonly number[]): Record<string, number> {
  const coverage = new Map<string, number>()
  for (const [set, count] of counts.entries())
    for (const id of table.categoriesOf(set)) coverage.set(id, (coverage.get(id) ?? 0) + (count ?? 0))
  return Object.fromEntries([...coverage].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
