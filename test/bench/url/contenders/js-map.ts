import type { Contender } from '../contender.ts'
import { findParent } from '../parents.ts'
import { readWhole } from '../whole-file.ts'

/** A `Map` from host to categories, made from JSON. */
export const jsMap: Contender = {
  says: 'categories',
  build({ hosts, sets, categoriesOf }) {
    const groups: Record<string, string[]> = {}
    for (const [index, host] of hosts.entries()) {
      const name = (categoriesOf[sets[index] ?? 0] ?? []).join(',')
      const group = (groups[name] ??= [])
      group.push(host)
    }
    return Buffer.from(JSON.stringify(groups))
  },
  open(file) {
    const groups: Record<string, string[]> = JSON.parse(
      Buffer.from(readWhole(file).buffer).toString('latin1'),
    )
    const categories = new Map<string, string[]>()
    for (const [name, hosts] of Object.entries(groups)) {
      const set = name.split(',')
      for (const host of hosts) categories.set(host, set)
    }
    return { has: (host) => findParent(host, (name) => categories.has(name)) }
  },
}
