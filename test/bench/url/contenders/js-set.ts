import type { Contender } from '../contender.ts'
import { findParent } from '../parents.ts'
import { readWhole } from '../whole-file.ts'

/** A `Set` of hosts, made from JSON. */
export const jsSet: Contender = {
  says: 'yes/no',
  build: ({ hosts }) => Buffer.from(JSON.stringify(hosts)),
  open(file) {
    const hosts: string[] = JSON.parse(Buffer.from(readWhole(file).buffer).toString('latin1'))
    const listed = new Set(hosts)
    return { has: (host) => findParent(host, (name) => listed.has(name)) }
  },
}
