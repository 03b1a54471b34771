import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { writeBundle } from '#shared/classify/url/bundle-writer.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import { readListMap, readSources } from '../../services/lists/read-sources.ts'

export const buildUsage = `lists build --from DIR --out FILE [--map FILE] [--date YYYY-MM-DD] [--json]
  Compiles published lists into one bundle. DIR holds list-map.json (or name one with --map) and the lists,
  either directly or in a folder "lists". The date names the version; the same lists and date give the same bytes.`

/** `lapwing lists build …`. */
export async function build(args: string[]): Promise<Result<string>> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      out: { type: 'string' },
      map: { type: 'string' },
      date: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { from, out, map, date = new Date().toISOString().slice(0, 10), json } = values
  if (!from || !out) return err(buildUsage)
  const builtAt = Date.parse(date)
  if (Number.isNaN(builtAt)) return err(`--date: ${date} is no date`)
  const mapFile = map ?? join(from, 'list-map.json')
  if (!existsSync(mapFile)) return err(`there is no list map at ${mapFile}; name one with --map`)
  const listMap = await readListMap(mapFile)
  if (!listMap.ok) return listMap

  const started = performance.now()
  const rules = new Map<string, ReadonlySet<CategoryId>>()
  const folder = existsSync(join(from, 'lists')) ? join(from, 'lists') : from
  const counts = await readSources(folder, listMap.value, rules)
  if (!counts.ok) return counts
  const sources = counts.value.map(({ name, rules: taken }) => ({ name, rules: taken }))
  const table = new RuleTable()
  for (const [site, categories] of rules) for (const category of categories) table.add(site, category)
  const buffer = writeBundle({
    name: 'lists',
    version: date,
    facts: { builtAt, sources },
    rules: table,
    searchWords: {},
  })
  await writeFile(out, new Uint8Array(buffer))

  const [hosts, paths, bytes] = [table.hosts.size, table.paths.size, buffer.byteLength]
  const refused = counts.value.reduce((sum, count) => sum + count.refused, 0)
  const seconds = Math.round((performance.now() - started) / 100) / 10
  const facts = {
    out,
    hosts,
    paths,
    bytes,
    bytesPerHost: Math.round((bytes / hosts) * 100) / 100,
    refused,
    seconds,
  }
  if (json) return ok(JSON.stringify({ ...facts, sources: counts.value }))
  return ok(
    `${out}: ${hosts.toLocaleString('en-GB')} hosts, ${paths.toLocaleString('en-GB')} path rules, ` +
      `${bytes.toLocaleString('en-GB')} bytes (${facts.bytesPerHost} a host), ${refused} lines refused, ${seconds} s`,
  )
}
