import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Gathered, type SourceCount } from './gathered.ts'
import { readListFile } from './list-file.ts'
import type { SourceReport } from './list-report.ts'
import type { ListSource } from './list-source.ts'
import { tableReader } from './list-table.ts'

/** Everything that was read, with what each source came to, in the order of the sources. */
export interface ReadLists {
  readonly gathered: Gathered
  readonly reports: SourceReport[]
}

/**
 * Reads sources one after the other. One with a file that is no list gives nothing at all, however much of it could be read: half a list
 * is not what its publisher meant.
 * @param mostBytes bound of a file's unpacked size
 */
export async function readLists(sources: readonly ListSource[], mostBytes: number): Promise<ReadLists> {
  const gathered = new Gathered(await hostsIn(sources))
  const reports: SourceReport[] = []
  for (const [number, source] of sources.entries()) {
    const { name, category } = source
    const count: SourceCount = { name, category, read: 0, taken: 0, duplicate: 0, exceptions: 0, refused: {} }
    const problem = await readSource(gathered, number, source, count, mostBytes)
    if (problem !== null) {
      gathered.forget(number)
      Object.assign(count, { read: 0, taken: 0, duplicate: 0, exceptions: 0, refused: {} })
    }
    reports.push({ ...count, ...(problem === null ? {} : { problem }), ...(await notesOn(source)) })
  }
  return { gathered, reports }
}

/** About how many hosts there are, by the size of the files: eight bytes each where they are packed, twenty where not. */
async function hostsIn(sources: readonly ListSource[]): Promise<number> {
  let hosts = 0
  for (const { path } of new Set(sources.flatMap(({ files }) => files)))
    hosts += (await stat(path)).size / (path.endsWith('.gz') ? 8 : 20)
  return Math.ceil(hosts)
}

async function readSource(
  gathered: Gathered,
  number: number,
  source: ListSource,
  count: SourceCount,
  mostBytes: number,
): Promise<string | null> {
  for (const { path, form } of source.files) {
    const readRow = form === 'table' ? tableReader(source.code) : null
    const read = await readListFile(path, mostBytes, gathered.reader(number, count, readRow))
    if (!read.ok) return `${basename(path)}: ${read.error}`
  }
  return null
}

async function notesOn({
  usageFile,
  expressions,
}: ListSource): Promise<Pick<SourceReport, 'usage' | 'notes'>> {
  const usage = usageFile === undefined ? '' : (await readFile(usageFile, 'utf8')).trim().slice(0, 200)
  return {
    ...(usage === '' ? {} : { usage }),
    ...(expressions
      ? { notes: ['its regular expressions are left out: a rule is about a site or a page'] }
      : {}),
  }
}
