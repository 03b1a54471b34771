import type { RuleTable } from '#shared/classify/url/rule-table.ts'
import { isSafe } from '#shared/domain/category.ts'
import { mark } from './marks.ts'

/**
 * True when a rule with set `child` says nothing that the next shorter rule, with set `parent`, does not say: its categories are among the
 * parent's, and where the parent has a safe one, the child has one too (else the child's harm would stand and the parent's would not).
 */
export function sameVerdict(table: RuleTable): (child: number, parent: number) => boolean {
  const known = new Map<number, boolean>()
  return (child, parent) => {
    if (child === parent) return true
    const pair = child * 65_536 + parent
    let same = known.get(pair)
    if (same === undefined) {
      const [ids, above] = [table.categoriesOf(child), table.categoriesOf(parent)]
      same = ids.every((id) => above.includes(id)) && (!above.some(isSafe) || ids.some(isSafe))
      known.set(pair, same)
    }
    return same
  }
}

/** Host rules by number: the set of each (0 is no rule), the nearest known parent, and its marks. */
export interface HostRules {
  readonly sets: Uint32Array
  readonly parents: Int32Array
  readonly marks: Uint8Array
}

/** The set of the rule that would answer for `host` if it had none, or 0; also 0 when a path rule of a parent lies between and could answer else. */
export function setAbove(host: number, { sets, parents, marks }: HostRules): number {
  for (let parent = parents[host]!; parent >= 0; parent = parents[parent]!) {
    if (marks[parent]! & mark.hasPaths) return 0
    if (sets[parent] !== 0) return sets[parent]!
  }
  return 0
}

/** The next shorter rule of the same host for a path rule `host/path`: a longer folder's, else the host's own; null when there is neither. */
export function setAbovePath(
  path: string,
  sets: ReadonlyMap<string, number>,
  hostSet: number,
): number | null {
  let rest = path
  const query = rest.indexOf('?')
  if (query >= 0) {
    rest = rest.slice(0, query)
    const whole = sets.get(rest)
    if (whole !== undefined) return whole
  }
  for (let slash = rest.lastIndexOf('/'); slash > 0; slash = rest.lastIndexOf('/')) {
    rest = rest.slice(0, slash)
    const folder = sets.get(rest)
    if (folder !== undefined) return folder
  }
  return hostSet === 0 ? null : hostSet
}
