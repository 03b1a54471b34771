import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { parse, parseJson } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { NamesFact } from '#shared/classify/url/bundle-format.ts'
import { writeNames } from '#shared/classify/url/names-file.ts'
import { namesOf } from '#shared/classify/url/names-of.ts'
import { buildBundle } from '../../services/lists/build-bundle.ts'
import { type CompiledLists, compileLists } from '../../services/lists/compile-lists.ts'
import { readListMap } from '../../services/lists/list-map.ts'
import { ListReport } from '../../services/lists/list-report.ts'
import { buildInWords } from './build-in-words.ts'

export const buildUsage = `lists build --from DIR --out FILE [--map FILE] [--date YYYY-MM-DD] [--must-not-block FILE]
            [--previous REPORT] [--report FILE] [--allow-shrunk] [--names FILE] [--most-names N] [--json]
  Compiles published lists into one bundle. DIR holds list-map.json (or name one with --map) and the lists, either directly or in a
  folder "lists"; also must-not-block.tsv.gz and popular lists, if there are any. The date names the version; the same lists and date
  give the same bytes. --report writes all that there is to say about the build; --previous compares with the report of the build in force
  and holds back what changed too suddenly. --names writes the hosts (100,000, the gravest and most visited first) that devices which
  cannot hold requests put into rules of their browser: install it with the bundle.`

const MostNames = v.pipe(
  v.string(),
  v.regex(/^\d{1,7}$/),
  v.transform(Number),
  v.minValue(1),
  v.maxValue(2_000_000),
)

/** `lapwing lists build …`. */
export async function build(args: string[]): Promise<Result<string>> {
  const asked = readOptions(args)
  if (!asked.ok) return asked
  const { from, out, mapFile, date, builtAt, most, values } = asked.value
  const listMap = await readListMap(mapFile)
  if (!listMap.ok) return listMap
  const previous = values.previous === undefined ? ok(undefined) : await readReport(values.previous)
  if (!previous.ok) return previous

  const started = process.cpuUsage()
  const compiled = await compileLists({
    folder: from,
    map: listMap.value,
    mustNotBlock: values['must-not-block'],
    previous: previous.value,
    allowShrunk: values['allow-shrunk'],
  })
  if (!compiled.ok) return compiled
  const { report } = compiled.value
  const names =
    values.names === undefined ? undefined : await writeNamesFile(values.names, compiled.value, most)
  const file = buildBundle(compiled.value, { version: date, builtAt, names })
  await writeFile(out, new Uint8Array(file))
  if (values.report !== undefined) await writeFile(values.report, JSON.stringify(report))

  const { user, system } = process.cpuUsage(started)
  const rules = report.hosts + report.paths
  const facts = {
    out,
    version: date,
    hosts: report.hosts,
    paths: report.paths,
    bytes: file.byteLength,
    bytesPerHost: rules === 0 ? null : Math.round((file.byteLength / rules) * 100) / 100,
    cpuSeconds: Math.round((user + system) / 1e4) / 100,
  }
  return ok(values.json ? JSON.stringify({ ...facts, report }) : buildInWords(facts, report))
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      from: text,
      out: text,
      map: text,
      date: text,
      'must-not-block': text,
      previous: text,
      report: text,
      names: text,
      'most-names': { type: 'string', default: '100000' },
      'allow-shrunk': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const { from, out, map, date = new Date().toISOString().slice(0, 10) } = values
  if (!from || !out) return err(buildUsage)
  const builtAt = Date.parse(date)
  if (Number.isNaN(builtAt)) return err(`--date: ${date} is no date`)
  const mapFile = map ?? join(from, 'list-map.json')
  if (!existsSync(from)) return err(`there is no folder ${from}`)
  if (!existsSync(mapFile)) return err(`there is no list map at ${mapFile}; name one with --map`)
  const most = parse(MostNames, values['most-names'])
  if (!most.ok) return err('--most-names is a whole number from 1 to 2,000,000')
  return ok({ from, out, mapFile, date, builtAt, most: most.value, values })
}

/** Writes the names that go with a bundle, and answers what the bundle says of them. */
async function writeNamesFile(
  path: string,
  { rules, popularRank }: CompiledLists,
  most: number,
): Promise<NamesFact> {
  const names = namesOf(rules, popularRank, most)
  const bytes = writeNames(names)
  await writeFile(path, bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { hash, bytes: bytes.byteLength, hosts: names.hosts.length }
}

async function readReport(path: string): Promise<Result<ListReport>> {
  const report = parseJson(ListReport, await readFile(path, 'utf8'))
  return report.ok ? report : err(`${path}: ${report.error}`)
}
