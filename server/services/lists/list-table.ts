import { type ListLine, readListLine } from './list-line.ts'

/** Which columns of a table say what; -1 when the table has no such column. */
interface Columns {
  readonly address: number
  readonly host: number
  readonly code: number
}

/** Columns of a table without a heading, as mirrors of citizenlab's test lists have them: host, code, country, url. */
const unheaded: Columns = { host: 0, code: 1, address: 3 }

/**
 * A reader of the rows of one table, comma or tab between its columns: citizenlab's country lists with their heading (`url`,
 * `category_code` …), or the same without one. Gives the site of each row with `code`, or of all rows.
 */
export function tableReader(code?: string): (row: string) => ListLine {
  let columns: Columns | null = null
  return (row) => {
    const text = row.trim()
    if (text === '') return 'nothing'
    const cells = text.includes('\t') ? text.split('\t') : cellsOf(text)
    if (columns === null) {
      columns = columnsOf(cells)
      if (columns !== unheaded) return 'nothing'
    }
    if (code !== undefined && cells[columns.code] !== code) return 'nothing'
    const address = cells[columns.address]?.trim() ?? ''
    const line = readListLine(address === '' ? (cells[columns.host] ?? '') : address)
    if (line === 'nothing' || 'refused' in line) return line
    // These tables name the page to test; for a whole host that is its site, `www.` or not.
    return {
      ...line,
      sites: line.sites.map((site) => (site.includes('/') ? site : site.replace(/^www\.(?=.+\.)/, ''))),
    }
  }
}

function columnsOf(heading: readonly string[]): Columns {
  const names = heading.map((name) => name.trim().toLowerCase())
  const address = names.findIndex((name) => name === 'url')
  const host = names.findIndex((name) => name === 'host' || name === 'domain')
  if (address < 0 && host < 0) return unheaded
  return { address, host, code: names.findIndex((name) => name === 'category_code' || name === 'code') }
}

/** Cells of a CSV row (RFC 4180); a quoted cell may hold commas, but no line break here. */
function cellsOf(row: string): string[] {
  const cells: string[] = []
  for (const [, quoted, plain] of row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
  return cells
}
