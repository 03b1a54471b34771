import { createReadStream } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { SuffixKeys } from '#shared/classify/url/host-hash.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import { isIpAddress } from '#shared/domain/address.ts'
import { CategoryId } from '#shared/domain/category.ts'
import type { Domains } from './contender.ts'

const ListMap = v.object({ map: v.record(v.string(), CategoryId) })
const domain = /^(?=.{3,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/
/** Popular lists that go no further than rank 20,000. */
const shortList = /10k|20k/

/** What the comparison draws from. */
export interface Universe {
  /** Every listed domain, in an order drawn by lot: the first n are a fair sample of n. */
  readonly domains: Domains
  /** Hosts that many people visit, the most visited (as far as the lists tell) first. */
  readonly popular: readonly string[]
  /** How many of `popular` stand among the first 20,000 of some list. */
  readonly top: number
}

/** Reads `list-map.json` and the lists that it names, and the lists of popular hosts, below `folder`. The error says what is missing. */
export async function readUniverse(folder: string): Promise<Result<Universe>> {
  const mapFile = join(folder, 'list-map.json')
  try {
    await access(mapFile)
  } catch {
    return err(`no lists to measure with: ${mapFile} is not there. Name the folder with --data DIR.`)
  }
  const map = parseJson(ListMap, await readFile(mapFile, 'utf8'))
  if (!map.ok) return err(`${mapFile}: ${map.error}`)
  const lists = join(folder, 'lists')
  const table = new RuleTable()
  for (const [name, category] of Object.entries(map.value.map).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const file = join(lists, `${name}.txt.gz`)
    try {
      await access(file)
    } catch {
      // Some sources are addresses with a path alone, and those are none of this comparison's business.
      continue
    }
    for await (const host of hostsOf(file)) table.addHost(host, category)
  }
  const [top, others] = await readPopular(join(lists, 'popular'))
  const domains = drawn(table)
  if (domains.hosts.length === 0 || top.length === 0) return err(`no hosts in the lists below ${lists}`)
  return ok({ domains, popular: [...top, ...others], top: top.length })
}

async function readPopular(folder: string): Promise<[top: string[], others: string[]]> {
  const top = new Set<string>()
  const others = new Set<string>()
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt.gz')).toSorted()
  for (const file of files.filter((name) => shortList.test(name)))
    for await (const host of hostsOf(join(folder, file))) top.add(host)
  for (const file of files.filter((name) => name.includes('100k')))
    for await (const host of hostsOf(join(folder, file))) if (!top.has(host)) others.add(host)
  return [byLot([...top]), byLot([...others])]
}

async function* hostsOf(file: string): AsyncIterable<string> {
  const input = createReadStream(file).pipe(createGunzip())
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const host = line.trim().toLowerCase()
    if (domain.test(host) && !isIpAddress(host)) yield host
  }
}

function drawn(table: RuleTable): Domains {
  const hosts = byLot([...table.hosts.keys()])
  const sets = Uint16Array.from(hosts, (host) => table.hosts.get(host) ?? 0)
  const categoriesOf = Array.from({ length: Math.max(0, ...new Set(sets)) + 1 }, (_, set) =>
    table.categoriesOf(set),
  )
  return { hosts, sets, categoriesOf }
}

/** The same hosts in the order of a hash of each, which depends on nothing else. */
function byLot(hosts: readonly string[]): string[] {
  const keys = new SuffixKeys(0x10_7e57)
  const order = new BigUint64Array(hosts.length)
  for (const [index, host] of hosts.entries()) {
    keys.read(host, true)
    order[index] = (BigInt(keys.high[0] ?? 0) << 32n) | BigInt(index)
  }
  return Array.from(order.toSorted(), (drawn) => hosts[Number(drawn & 0xffff_ffffn)] ?? '')
}
