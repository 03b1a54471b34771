import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { writeBundle } from '#shared/classify/url/bundle-writer.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import type { Contender, Domains } from '../contender.ts'
import { readWhole } from '../whole-file.ts'

/** Our own list bundle, in memory as a whole. */
export const lapwing: Contender = {
  says: 'categories',
  build: buildBundle,
  open(file) {
    const bundle = openBundle(readWhole(file).buffer)
    if (!bundle.ok) throw new Error(bundle.error)
    const { lookup } = bundle.value
    return { has: (host) => lookup({ host, path: '/', query: '' }).length > 0 }
  },
}

/** Writes the domains as a bundle, from the table of rules on. */
export function buildBundle({ hosts, sets, categoriesOf }: Domains): Uint8Array {
  const rules = new RuleTable()
  const numbers = categoriesOf.map((categories) => rules.setOf(categories))
  for (const [index, host] of hosts.entries()) rules.hosts.set(host, numbers[sets[index] ?? 0] ?? 0)
  const facts = { builtAt: 0, sources: [] }
  return new Uint8Array(writeBundle({ name: 'bench', version: '1', facts, rules, searchWords: {} }))
}
