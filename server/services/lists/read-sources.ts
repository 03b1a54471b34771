import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { CategoryId } from '#shared/domain/category.ts'
import { readListLine } from './list-line.ts'

/** Which source feeds which category: `folder/name` without its ending, to a category id. Sources not named are left out. */
export const ListMap = v.object({ map: v.record(v.string(), CategoryId) })
export type ListMap = v.InferOutput<typeof ListMap>

/** A source that was read: how many rules it gave, and how many lines were refused. */
export interface SourceCount {
  readonly name: string
  readonly category: CategoryId
  readonly rules: number
  readonly refused: number
}

/** Reads a list map. Errors say which entry is wrong. */
export async function readListMap(file: string): Promise<Result<ListMap>> {
  const map = parseJson(ListMap, await readFile(file, 'utf8'))
  return map.ok ? map : err(`${file}: ${map.error}`)
}

/**
 * Reads every mapped source below `folder` (`.txt`, `.txt.gz`, `.urls.gz`: a host or host/path a line) into `rules`.
 * Fails when the map names a source that is not there: a list that goes missing unseen would open what it shut.
 */
export async function readSources(
  folder: string,
  { map }: ListMap,
  rules: Map<string, ReadonlySet<CategoryId>>,
): Promise<Result<SourceCount[]>> {
  const files = await sourceFiles(folder)
  const missing = Object.keys(map).filter((name) => !files.has(name))
  if (missing.length > 0)
    return err(`these lists are named in the map but are not in ${folder}: ${missing.join(', ')}`)
  const counts: SourceCount[] = []
  const sets = new CategorySets()
  for (const [name, category] of Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const count = { name, category, rules: 0, refused: 0 }
    for (const file of files.get(name) ?? []) {
      for await (const line of linesOf(file)) {
        const rule = readListLine(line)
        if (rule === 'nothing') continue
        if (rule === 'refused') {
          count.refused++
          continue
        }
        rules.set(rule.site, sets.with(rules.get(rule.site), category))
        count.rules++
      }
    }
    counts.push(count)
  }
  return ok(counts)
}

async function sourceFiles(folder: string): Promise<Map<string, string[]>> {
  const files = new Map<string, string[]>()
  for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const ending = /\.(?:txt|urls)(?:\.gz)?$/.exec(entry.name)
    if (!entry.isFile() || !ending) continue
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length).replace(/^\/+/, '').slice(0, -ending[0].length)
    files.set(name, [...(files.get(name) ?? []), path])
  }
  return files
}

function linesOf(file: string): AsyncIterable<string> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

/** Category sets, each made once: millions of rules share a few hundred of them. */
class CategorySets {
  readonly #grown = new Map<ReadonlySet<CategoryId> | undefined, Map<CategoryId, ReadonlySet<CategoryId>>>()
  readonly #byName = new Map<string, ReadonlySet<CategoryId>>()

  with(set: ReadonlySet<CategoryId> | undefined, category: CategoryId): ReadonlySet<CategoryId> {
    if (set?.has(category)) return set
    const steps = this.#grown.get(set) ?? new Map<CategoryId, ReadonlySet<CategoryId>>()
    this.#grown.set(set, steps)
    const known = steps.get(category)
    if (known) return known
    const members = [...(set ?? []), category].toSorted()
    const name = members.join(',')
    const made = this.#byName.get(name) ?? new Set(members)
    this.#byName.set(name, made)
    steps.set(category, made)
    return made
  }
}
