import type { RuleTable } from '#shared/classify/url/rule-table.ts'
import { type CategoryId, isSafe, traitsOf } from '#shared/domain/category.ts'

/**
 * Which categories stand at a host when the rules that cover it say these, the deepest rule first. It is `classify`'s order: a safe
 * category beats what is as exact or less exact, `support` beats every list, a locked category is never beaten.
 */
export function standing(rules: readonly (readonly CategoryId[])[]): CategoryId[] {
  const supported = rules.some((ids) => ids.includes('support'))
  const safest = rules.findIndex((ids) => ids.some(isSafe))
  return rules.flatMap((ids, depth) =>
    ids.filter((id) => {
      const { locked, kind } = traitsOf(id)
      return locked === true || kind === 'safe' || (!supported && (safest < 0 || depth < safest))
    }),
  )
}

/** The categories of a host's rule and of those above it, the deepest first, by numbers: `sets` of hosts, their `parents`, and the table of the sets. */
export function rulesOver(
  host: number,
  parents: Int32Array,
  sets: Uint32Array,
  table: RuleTable,
): (readonly CategoryId[])[] {
  const rules: (readonly CategoryId[])[] = []
  for (let at = host; at >= 0; at = parents[at]!) rules.push(table.categoriesOf(sets[at]!))
  return rules
}
