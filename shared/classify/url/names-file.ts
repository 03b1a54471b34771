import * as v from 'valibot'
import { parseJson } from '../../base/parse.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { CategoryId } from '../../domain/category.ts'
import type { ListedNames } from '../../domain/listed-names.ts'

/*
 * A names file is ASCII text. First a line of JSON, `Head`, then a line for each host, most needed first: the host, a space, the number of
 * its set in base 36, and `*` when the host is popular. Every line ends with a line feed. Same names, same bytes.
 */

/** Larger files and longer ones are refused, whatever they say. */
const mostNames = 2_000_000
export const mostNameBytes = 64 * 1024 * 1024

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const Head = v.strictObject({
  names: v.literal(1),
  hosts: v.pipe(Count, v.maxValue(mostNames)),
  sets: v.pipe(
    v.array(
      v.strictObject({
        categories: v.pipe(v.array(CategoryId), v.minLength(1), v.maxLength(64)),
        listed: Count,
        popular: Count,
      }),
    ),
    v.maxLength(10_000),
  ),
})

const hostForm = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/

/** True for a host that rules of the browser's engine can name: letters, digits, `-`, `_` and single dots, and no IPv6 address. */
export const isNameable = (host: string): boolean => host.length <= 253 && hostForm.test(host)

/** The bytes of a names file. Throws when a host is none: whoever chose the names has to leave it out. */
export function writeNames({ sets, hosts, setOf, popular }: ListedNames): Uint8Array<ArrayBuffer> {
  const head = { names: 1, hosts: hosts.length, sets }
  const lines = hosts.map((host, index) => {
    if (!isNameable(host)) throw new Error(`${host} is no name of a host`)
    return `${host} ${(setOf[index] ?? 0).toString(36)}${popular[index] === 1 ? '*' : ''}\n`
  })
  return new TextEncoder().encode(`${JSON.stringify(head)}\n${lines.join('')}`)
}

/** Reads a names file. Anything that is not exactly of its form is an error: nothing of such a file is used. */
export function readNames(bytes: Uint8Array): Result<ListedNames> {
  if (bytes.length > mostNameBytes) return refuse('too large')
  const end = bytes.indexOf(10)
  if (end === -1) return refuse('no first line')
  const head = parseJson(Head, new TextDecoder().decode(bytes.subarray(0, end)))
  if (!head.ok) return refuse(head.error)
  const { sets, hosts: count } = head.value
  const lines = new TextDecoder().decode(bytes.subarray(end + 1)).split('\n')
  if (lines.pop() !== '' || lines.length !== count) return refuse(`not the ${count} hosts it speaks of`)
  const setOf = new Uint16Array(count)
  const popular = new Uint8Array(count)
  const hosts: string[] = []
  for (const [index, line] of lines.entries()) {
    const space = line.indexOf(' ')
    const isPopular = line.endsWith('*')
    const set = line.slice(space + 1, isPopular ? -1 : undefined)
    const host = line.slice(0, space)
    if (!isNameable(host) || !/^[0-9a-z]{1,4}$/.test(set) || Number.parseInt(set, 36) >= sets.length)
      return refuse(`line ${index + 2} is no host`)
    hosts.push(host)
    setOf[index] = Number.parseInt(set, 36)
    popular[index] = isPopular ? 1 : 0
  }
  return ok({ sets, hosts, setOf, popular })
}

const refuse = (why: string): Result<never> => err(`names file: ${why}`)
