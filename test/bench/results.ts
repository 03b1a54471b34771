import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'

/** What a bench found out. */
export interface BenchResult {
  /** For machines; becomes JSON. */
  readonly figures: object
  /** For people; Markdown. */
  readonly table: string
  /** False when it measured only a part, which no published section may come from. */
  readonly isComplete: boolean
}

const page = 'docs/RESULTS.md'
const title = '# Results\n\nEach section is what `npm run bench -- <name>` printed last.\n'

/** The page with the section of a bench replaced, or added at the end. Sections are kept in the order in which they came. */
export function withSection(markdown: string, name: string, text: string): string {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of ${name} -->`]
  const section = `${begin}\n\n## ${name}\n\n${text}\n\n${end}`
  const from = markdown.indexOf(begin)
  const to = markdown.indexOf(end)
  if (from === -1 || to < from) return `${markdown.trimEnd()}\n\n${section}\n`
  return markdown.slice(0, from) + section + markdown.slice(to + end.length)
}

/** Keeps the figures under test/output/bench and, if they are complete, the table in docs/RESULTS.md. Answers what was written where. */
export async function keepResult(name: string, { figures, table, isComplete }: BenchResult): Promise<string> {
  const json = `test/output/bench/${name}.json`
  await mkdir('test/output/bench', { recursive: true })
  await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`)
  if (!isComplete) return `${json}; only a part was measured, so ${page} stays as it is`
  const before = existsSync(page) ? await readFile(page, 'utf8') : title
  await writeFile(page, withSection(before, name, table))
  return `${json} and ${page}`
}

/** One line for each figure; a series is a line with its parts beside one another. */
export function linesOf(value: object, name = ''): string[] {
  const entries: [string, unknown][] = Object.entries(value)
  const isSeries = entries.every(([, part]) => typeof part === 'number') && 'median' in value
  if (isSeries)
    return [`${name.padEnd(28)} ${entries.map(([key, part]) => `${key} ${String(part)}`).join('  ')}`]
  return entries.flatMap(([key, part]) => {
    const path = name === '' ? key : `${name} ${key}`
    return typeof part === 'object' && part !== null
      ? linesOf(part, path)
      : [`${path.padEnd(28)} ${String(part)}`]
  })
}
