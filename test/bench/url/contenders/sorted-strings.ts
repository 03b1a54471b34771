import type { Contender } from '../contender.ts'
import { findParent } from '../parents.ts'
import { readWhole } from '../whole-file.ts'

/** A sorted array of strings, a host a line on disk, with a binary search for each suffix. */
export const sortedStrings: Contender = {
  says: 'yes/no',
  build: ({ hosts }) => Buffer.from(hosts.toSorted().join('\n')),
  open(file) {
    const hosts = Buffer.from(readWhole(file).buffer).toString('latin1').split('\n')
    const isListed = (name: string): boolean => {
      let low = 0
      let high = hosts.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((hosts[middle] ?? '') < name) low = middle + 1
        else high = middle
      }
      return hosts[low] === name
    }
    return { has: (host) => findParent(host, isListed) }
  },
}
