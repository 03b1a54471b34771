import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/result.ts'
import { starterHosts } from '#shared/classify/url/starter/starter-hosts.ts'
import { type CategoryId, categoryIds, isSafe } from '#shared/domain/category.ts'
import { readListFile } from './list-file.ts'
import { readListLine } from './list-line.ts'

/** Hosts that stand above what lists say of them. */
export interface ProtectedHosts {
  /** Never in a harm category: schools, help, government … -> who says so. */
  readonly mustNotBlock: ReadonlyMap<string, string>
  /** The most visited -> best rank that is known: in a harm category only when two publishers agree. */
  readonly popular: ReadonlyMap<string, number>
  /** What could not be read of the popular lists, in sentences. */
  readonly problems: readonly string[]
}

/** Where protected hosts are read from. */
export interface ProtectionInput {
  /** A file of `host<tab>source` lines; by default `must-not-block.tsv.gz` (or `.tsv`) in `folder`. */
  readonly mustNotBlock?: string | undefined
  /** How far down the popular lists to look. */
  readonly popularTop: number
  readonly mostBytes: number
}

/** Reads the must-not-block file and the popular lists (`lists/popular` or `popular`) of a folder, and adds the safe hosts of the packaged lists. */
export async function readProtectedHosts(
  folder: string,
  { mustNotBlock: named, popularTop, mostBytes }: ProtectionInput,
): Promise<Result<ProtectedHosts>> {
  const mustNotBlock = new Map<string, string>()
  for (const id of categoryIds.filter(isSafe))
    for (const host of starterHosts[id] ?? []) mustNotBlock.set(host, `packaged ${id}`)
  const file =
    named ??
    ['must-not-block.tsv.gz', 'must-not-block.tsv'].map((name) => join(folder, name)).find(existsSync)
  if (file !== undefined) {
    const read = await rowsOf(file, mostBytes, ([host = '', source = 'must-not-block']) => {
      const site = siteHost(host)
      if (site !== null && !mustNotBlock.has(site)) mustNotBlock.set(site, source)
    })
    // Without it the build would go on unguarded, and nobody would know.
    if (!read.ok) return err(`${file}: ${read.error}`)
  }
  const popular = new Map<string, number>()
  const problems: string[] = []
  for (const list of await popularLists(folder)) {
    const hosts: string[] = []
    const read = await rowsOf(list, mostBytes, (cells) => {
      const host = siteHost(cells.find((cell) => cell.includes('.')) ?? '')
      if (host !== null) hosts.push(host)
    })
    if (!read.ok) problems.push(`${list.slice(folder.length + 1)}: ${read.error}`)
    else
      for (const [host, rank] of ranked(hosts))
        if (rank <= popularTop) popular.set(host, Math.min(rank, popular.get(host) ?? rank))
  }
  return ok({ mustNotBlock, popular, problems })
}

/** Hosts with their ranks. In a list in the order of the alphabet nobody has a rank of their own: each has that of the last. */
function ranked(hosts: readonly string[]): [host: string, rank: number][] {
  const inOrder = hosts.length > 1 && hosts.every((host, at) => at === 0 || (hosts[at - 1] ?? '') <= host)
  return hosts.map((host, at) => [host, inOrder ? hosts.length : at + 1])
}

async function popularLists(folder: string): Promise<string[]> {
  const place = [join(folder, 'lists', 'popular'), join(folder, 'popular')].find(existsSync)
  if (place === undefined) return []
  const names = (await readdir(place)).filter((name) => /\.(?:txt|csv|tsv)(?:\.gz)?$/.test(name))
  return names.toSorted().map((name) => join(place, name))
}

const rowsOf = (
  file: string,
  mostBytes: number,
  row: (cells: readonly string[]) => void,
): Promise<Result<null>> =>
  readListFile(file, mostBytes, (bytes, from, to) =>
    row(Buffer.from(bytes.subarray(from, to)).toString().split(/[\t,]/)),
  )

function siteHost(text: string): string | null {
  const line = readListLine(text)
  if (line === 'nothing' || 'refused' in line) return null
  return line.sites[0]?.split('/', 1)[0] ?? null
}

/** True when the packaged lists have `host` or a parent of it under `category`: they count as a publisher of their own. */
export function isPackaged(host: string, category: CategoryId): boolean {
  const hosts = packaged.get(category)
  for (let rest = host; hosts !== undefined && rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1))
    if (hosts.has(rest)) return true
  return false
}

const packaged = new Map(categoryIds.map((id) => [id, new Set<string>(starterHosts[id] ?? [])]))
