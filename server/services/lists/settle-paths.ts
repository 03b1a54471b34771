import type { RuleTable } from '#shared/classify/url/rule-table.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import { whyPathHeld } from './gate.ts'
import { isDisbelieved, sourcesIn } from './judge.ts'
import type { Setting } from './setting.ts'
import { takenBack } from './taken-back.ts'

/** Path rules with their category sets, numbered by `table`. What must not stand is left out and written into `held`. */
export function settlePaths(setting: Setting, table: RuleTable): Map<string, number> {
  const { gathered, sources, judge, marks, caught, held } = setting
  const left = takenBack(setting)
  const sets = new Map<string, number>()
  for (const [path, named] of gathered.paths) {
    const host = path.slice(0, path.indexOf('/'))
    const number = gathered.arena.find(host)
    const set = left(named, number)
    const suffix = marks.suffixes.get(number) ?? null
    const why = (category: CategoryId) => whyPathHeld({ category, marks: marks.of[number]!, suffix, host })
    for (const source of sourcesIn(gathered.sets, set, sources)) {
      const { name, category } = source
      const reason = why(category)
      if (reason !== null) held.add(name, category, reason, path)
      else if (isDisbelieved(source, caught)) held.count(name, category, 'caught', 1)
    }
    const kept = table.setOf(judge(set).categories.filter((category) => why(category) === null))
    if (kept !== 0) sets.set(path, kept)
  }
  return sets
}
