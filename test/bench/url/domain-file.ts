import { writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { CategoryId } from '#shared/domain/category.ts'
import type { Domains } from './contender.ts'
import { readWhole } from './whole-file.ts'

const Sets = v.array(v.array(CategoryId))

/** Keeps domains for other processes: the sets as JSON in the first line, then a host, a tab and the number of its set a line. */
export function writeDomains(file: string, { hosts, sets, categoriesOf }: Domains): void {
  const lines = hosts.map((host, index) => `${host}\t${sets[index]}`)
  writeFileSync(file, `${JSON.stringify(categoriesOf)}\n${lines.join('\n')}\n`)
}

/** Domains that `writeDomains` kept. Each host is a string of its own, not a piece of the file's text. */
export function readDomains(file: string): Domains {
  const bytes = Buffer.from(readWhole(file).buffer)
  let start = bytes.indexOf(10) + 1
  const categoriesOf = v.parse(Sets, JSON.parse(bytes.toString('latin1', 0, start)))
  const hosts: string[] = []
  const sets: number[] = []
  while (start < bytes.length) {
    const tab = bytes.indexOf(9, start)
    const end = bytes.indexOf(10, tab)
    hosts.push(bytes.toString('latin1', start, tab))
    sets.push(Number(bytes.toString('latin1', tab + 1, end)))
    start = end + 1
  }
  return { hosts, sets: Uint16Array.from(sets), categoriesOf }
}

/** The first `count` domains. */
export const firstDomains = ({ hosts, sets, categoriesOf }: Domains, count: number): Domains => ({
  hosts: hosts.slice(0, count),
  sets: sets.subarray(0, count),
  categoriesOf,
})
