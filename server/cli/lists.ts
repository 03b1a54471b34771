import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { writeBundle } from '#shared/classify/url/bundle-writer.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import { readListMap, readSources } from '../services/lists/read-sources.ts'

const usage = `lists build --from DIR --out FILE [--map FILE] [--date YYYY-MM-DD] [--json]
  Compiles published lists into one bundle. DIR holds list-map.json (or name one with --map) and the lists,
  either directly or in a folder "lists". The date names the version; the same lists and date give the same bytes.`

/** `lapwing lists …`. The error is a sentence for whoever typed the command. */
export async function lists(args: string[]): Promise<Result<string>> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      out: { type: 'string' },
      map: { type: 'string' },
      date: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { from, out, map, date = new Date().toISOString().slice(0, 10), json } = values
  if (positionals[0] !== 'build' || !from || !out) return err(usage)
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
  const sources = counts.value.map(({ name, rules: hosts }) => ({ name, hosts }))
  const buffer = writeBundle({
    rules,
    facts: { name: 'lists', version: date, builtAt, sources, searchWords: {} },
  })
  const bundle = openBundle(buffer)
  if (!bundle.ok) return bundle
  await writeFile(out, new Uint8Array(buffer))

  const { hosts, paths, bytes } = bundle.value
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
