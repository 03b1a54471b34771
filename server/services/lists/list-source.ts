import { readdir } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { ListMap } from './list-map.ts'

/** A file of a source, and how it is written. */
export interface SourceFile {
  readonly path: string
  /** `lines`: any of the forms of `readListLine`, each by its looks. `table`: columns, with an address in one of them. */
  readonly form: 'lines' | 'table'
}

/** One entry of the list map with the files that it means. */
export interface ListSource {
  /** Its place among all sources of the build. */
  readonly number: number
  /** As the map names it. */
  readonly name: string
  /** Who publishes it: the first folder, without what follows a hyphen (`ut1-history` is ut1's). Two sources of one publisher do not confirm each other. */
  readonly publisher: string
  readonly category: CategoryId
  readonly files: readonly SourceFile[]
  /** The rows of a table that are meant; all when absent. */
  readonly code?: string
  /** A UT1 folder's note on what it is for (`black`, `white` …). */
  readonly usageFile?: string
  /** A UT1 folder's regular expressions, which no bundle can hold. */
  readonly expressions: boolean
}

const ending = /\.(?:txt|urls|domains|hosts|list|conf|zone|rpz|adblock)(?:\.gz)?$/
const tableEnding = /\.(?:csv|tsv)(?:\.gz)?$/
/** Files of a UT1 category as published. */
const folderFile = /\/(domains|urls|usage|expressions)(?:\.gz)?$/

/**
 * Finds what the map names: below `folder/lists`, or below `folder` itself. Fails when a source is not there: a list that goes missing
 * unseen would open what it shut. The order is that of the names, whatever the disk's.
 */
export async function findSources(folder: string, { map }: ListMap): Promise<Result<ListSource[]>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(normalize(join(folder, '/')).length)
        .split(sep)
        .join('/'),
    )
    .toSorted()
  const byStem = new Map<string, string[]>()
  const add = (stem: string, file: string) => byStem.set(stem, [...(byStem.get(stem) ?? []), file])
  for (const file of files) {
    const stem = file.replace(ending, '').replace(tableEnding, '')
    if (stem !== file) add(stem, file)
    const inFolder = folderFile.exec(file)
    if (inFolder) add(file.slice(0, inFolder.index), file)
  }
  const find = (stem: string) => byStem.get(normalize(`lists/${stem}`)) ?? byStem.get(normalize(stem))
  const sources: ListSource[] = []
  const missing: string[] = []
  for (const [name, category] of Object.entries(map).toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const source = sourceOf(name, category, folder, find)
    if (source === null) missing.push(name)
    else sources.push({ ...source, number: sources.length })
  }
  if (missing.length === 0) return ok(sources)
  return err(`these lists are named in the map but are not in ${folder}: ${missing.join(', ')}`)
}

function sourceOf(
  name: string,
  category: CategoryId,
  folder: string,
  find: (stem: string) => readonly string[] | undefined,
): Omit<ListSource, 'number'> | null {
  const own = find(name)
  const slash = name.lastIndexOf('/')
  const table =
    own || slash < 1 ? undefined : find(name.slice(0, slash))?.filter((file) => tableEnding.test(file))
  const found = own ?? table
  if (found === undefined || found.length === 0) return null
  const kind = (file: string) => folderFile.exec(file)?.[1]
  const usage = found.find((file) => kind(file) === 'usage')
  return {
    name,
    publisher: publisherOf(name),
    category,
    files: found
      .filter((file) => !/^(?:usage|expressions)$/.test(kind(file) ?? ''))
      .map((file) => ({ path: join(folder, file), form: tableEnding.test(file) ? 'table' : 'lines' })),
    expressions: found.some((file) => kind(file) === 'expressions'),
    ...(own ? {} : { code: name.slice(slash + 1) }),
    ...(usage === undefined ? {} : { usageFile: join(folder, usage) }),
  }
}

/** Who publishes a source of this name. */
export const publisherOf = (name: string): string => /^[./]*([^/-]*)/.exec(name)?.[1] ?? name
