import type { RuleTable } from '#shared/classify/url/rule-table.ts'
import { type CategoryId, isHarm, isIllegal } from '#shared/domain/category.ts'
import { whyHeld } from './gate.ts'
import { isDisbelieved, sourcesIn } from './judge.ts'
import type { HoldReason } from './list-report.ts'
import { mark } from './marks.ts'
import type { Setting } from './setting.ts'
import { rulesOver, standing } from './standing.ts'
import { takenBack } from './taken-back.ts'

/**
 * The category set of every host by number, numbered by `table`; 0 where none is left. What must not stand is written into `held`. A host
 * that must not be blocked below a site that publishers agree is harmful gets a rule of its own: those come back too.
 */
export function settleHosts(setting: Setting, table: RuleTable): { sets: Uint32Array; exceptions: string[] } {
  const { gathered, judge, marks, parents } = setting
  const sets = new Uint32Array(gathered.arena.size)
  const numbers = new Map<number, number>()
  const usual = (set: number): number => {
    let number = numbers.get(set)
    if (number === undefined) numbers.set(set, (number = table.setOf(judge(set).categories)))
    return number
  }
  const uncaught = caughtCounter(setting)
  const left = takenBack(setting)
  for (let host = 0; host < sets.length; host++) {
    const set = left(gathered.setOf(host), parents[host]!)
    if (set === 0) continue
    sets[host] = usual(set)
    if (marks.of[host] === 0 && !marks.suffixes.has(host)) uncaught.saw(set)
  }
  uncaught.write()
  for (const host of marks.special) {
    const set = left(gathered.setOf(host), parents[host]!)
    if (set !== 0) sets[host] = table.setOf(gated(setting, host, set))
  }
  return { sets, exceptions: shield(setting, table, sets) }
}

/** The categories that may stand at a special host; the others are written down as held back, for each source that named them. */
function gated(
  { gathered, sources, judge, marks, caught, held }: Setting,
  host: number,
  set: number,
): CategoryId[] {
  const { categories, votes } = judge(set)
  const name = gathered.arena.nameOf(host)
  const why = (category: CategoryId): HoldReason | null =>
    whyHeld({
      host: name,
      category,
      votes: votes.get(category) ?? 0,
      marks: marks.of[host]!,
      suffix: marks.suffixes.get(host) ?? null,
    })
  for (const source of sourcesIn(gathered.sets, set, sources)) {
    const { name: by, category } = source
    const reason = why(category) ?? (isDisbelieved(source, caught) ? 'caught' : null)
    if (reason === 'caught') held.count(by, category, reason, 1)
    else if (reason !== null) held.add(by, category, reason, name)
  }
  return categories.filter((category) => why(category) === null)
}

/** Gives a rule of its own to each must-not-block host that a harmful parent still covers. */
function shield({ gathered, marks, parents }: Setting, table: RuleTable, sets: Uint32Array): string[] {
  const exceptions: string[] = []
  for (const host of marks.special) {
    if ((marks.of[host]! & mark.mustNotBlock) === 0) continue
    const rules = rulesOver(host, parents, sets, table)
    if (!standing(rules).some((id) => isHarm(id) && !isIllegal(id))) continue
    sets[host] = table.grown(sets[host]!, 'reference')
    exceptions.push(gathered.arena.nameOf(host))
  }
  return exceptions.toSorted()
}

/** Counts, set by set, the hosts that only a caught source calls harmful. */
function caughtCounter({ gathered, sources, caught, held }: Setting) {
  const seen: number[] = []
  return {
    saw(set: number) {
      seen[set] = (seen[set] ?? 0) + 1
    },
    write() {
      if (caught.size === 0) return
      for (let set = 0; set < gathered.sets.size; set++)
        for (const source of sourcesIn(gathered.sets, set, sources))
          if (isDisbelieved(source, caught))
            held.count(source.name, source.category, 'caught', seen[set] ?? 0)
    },
  }
}
