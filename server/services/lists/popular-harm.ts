import type { RuleTable } from '#shared/classify/url/rule-table.ts'
import { isHarm, isIllegal } from '#shared/domain/category.ts'
import { sourcesIn } from './judge.ts'
import type { ListReport } from './list-report.ts'
import type { ListSource } from './list-source.ts'
import type { Setting } from './setting.ts'
import { rulesOver, standing } from './standing.ts'

type PopularInHarm = ListReport['popularInHarm']

/** The popular hosts that the settled rules put into a harm category, in the order of the alphabet. */
export function popularInHarm(
  { gathered, parents }: Setting,
  popular: ReadonlyMap<string, number>,
  table: RuleTable,
  sets: Uint32Array,
): PopularInHarm {
  const found: PopularInHarm = []
  for (const host of [...popular.keys()].toSorted()) {
    const rules = rulesOver(gathered.arena.find(host), parents, sets, table)
    const categories = [...new Set(standing(rules).filter(isHarm))]
    if (categories.length > 0) found.push({ host, categories })
  }
  return found
}

/**
 * Takes back, host by host, what a source would newly say of more than `most` popular hosts at once: lists grow by a few of them a year, and
 * a flood is a mistake or worse. The rest of the source stands. Gives how many hosts were held back.
 */
export function holdSuddenBack(
  { gathered, sources, held }: Setting,
  table: RuleTable,
  sets: Uint32Array,
  now: PopularInHarm,
  before: PopularInHarm,
  most: number,
): number {
  const known = new Set(before.flatMap(({ host, categories }) => categories.map((id) => `${host} ${id}`)))
  const fresh = new Map<ListSource, string[]>()
  for (const { host, categories } of now)
    for (const source of sourcesIn(gathered.sets, gathered.setOf(gathered.arena.find(host)), sources)) {
      const { category } = source
      if (isIllegal(category) || !categories.includes(category) || known.has(`${host} ${category}`)) continue
      fresh.set(source, [...(fresh.get(source) ?? []), host])
    }
  let count = 0
  for (const [{ name, category }, hosts] of fresh) {
    if (hosts.length <= most) continue
    for (const host of hosts) {
      const number = gathered.arena.find(host)
      held.add(name, category, 'sudden', host)
      sets[number] = table.setOf(table.categoriesOf(sets[number] ?? 0).filter((id) => id !== category))
    }
    count += hosts.length
  }
  return count
}
