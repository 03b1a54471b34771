import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { writeBundle } from '#shared/classify/url/bundle-writer.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import { createOpenSchools } from '../db/open-schools.ts'
import { schoolFolder } from '../db/school-file.ts'
import { readSettings } from '../env.ts'
import { installLists } from '../services/lists/install.ts'
import { readListMap, readSources } from '../services/lists/read-sources.ts'
import type { Command } from './command.ts'
import { readInput } from './input-file.ts'

const usage = `lists build --from DIR --out FILE [--map FILE] [--date YYYY-MM-DD] [--json]
  Compiles published lists into one bundle. DIR holds list-map.json (or name one with --map) and the lists,
  either directly or in a folder "lists". The date names the version; the same lists and date give the same bytes.
lists install --school ID --file FILE
  Makes a bundle the school's current one, in the data folder (LAPWING_DATA). Devices fetch it when they connect next.`

/** `lapwing lists …`. */
export const lists: Command = { usage, run }

async function run([command, ...args]: string[]): Promise<Result<string>> {
  if (command === 'build') return build(args)
  if (command === 'install') return install(args)
  return err(usage)
}

async function install(args: string[]): Promise<Result<string>> {
  const text = { type: 'string' } as const
  const { school, file } = parseArgs({ args, options: { school: text, file: text } }).values
  if (!school || !file) return err(usage)
  const { dataDir } = readSettings()
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const schools = createOpenSchools({ dataDir })
  try {
    const database = await schools.find(school)
    if (database === null) return err(`there is no school ${school} in ${dataDir}`)
    const installed = await installLists(database, schoolFolder(dataDir, school), bytes.value, Date.now())
    return installed.ok
      ? ok(`${school} has ${installed.value.version} now, ${installed.value.hash}`)
      : installed
  } finally {
    await schools.closeAll()
  }
}

async function build(args: string[]): Promise<Result<string>> {
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
  if (!from || !out) return err(usage)
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
