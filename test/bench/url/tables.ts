import type { Figures } from '../figures.ts'
import type { Outcome } from './compare.ts'
import { cacheStates } from './orders.ts'
import { questionKinds } from './questions.ts'
import { ratiosOf } from './ratios.ts'

/** A contender's cells; the first column is its name. */
type Row = readonly string[]

const round = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2) : '-'

const median = (figures: Figures | undefined): number => figures?.median ?? Number.NaN

const times = (ratio: number | null): string => (ratio === null ? '-' : `${round(ratio)}x`)

/** What it costs to have the domains at hand, also in comparison with ours: build, bytes on disk, cold load, memory. */
export function keepingTable(outcomes: readonly Outcome[], domains: number): string {
  const ours = outcomes.find(({ name }) => name === 'lapwing')
  const rows = outcomes
    .filter(({ says }) => says !== 'nothing')
    .map((outcome): Row => {
      const toOurs = ratiosOf(outcome, ours)
      return [
        outcome.name,
        outcome.says,
        round(median(outcome.buildCpuMs) / 1000),
        times(toOurs.build),
        round((outcome.bytes ?? Number.NaN) / domains),
        times(toOurs.bytes),
        round(median(outcome.loadCpuMs)),
        round(median(outcome.loadWallMs)),
        times(toOurs.load),
        round(median(outcome.residentBytes) / 1e6),
        round(median(outcome.heapAndBuffersBytes) / 1e6),
        outcome.failed ?? '',
      ]
    })
  const head =
    'contender|says|build CPU-s|to ours|bytes/domain|to ours|load CPU-ms|wall ms|to ours|RSS +MB|heap and buffers +MB|failed'
  return table(head.split('|'), rows)
}

/** What a lookup costs, in CPU-ns and in comparison with the floor, and how often the answer is wrong. */
export function askingTable(outcomes: readonly Outcome[]): string {
  const floor = outcomes.find(({ name }) => name === 'floor')
  const rows = outcomes.map((outcome): Row => {
    const { name, nanos, mistakes } = outcome
    const toFloor = ratiosOf(outcome, floor)
    return [
      name,
      ...cacheStates.flatMap((caches) => [
        ...questionKinds.map((kind) => round(median(nanos[caches]?.[kind]))),
        times(toFloor.nanos[caches].miss),
      ]),
      String(mistakes?.falseYes ?? '-'),
      String(mistakes?.falseNo ?? '-'),
    ]
  })
  const head =
    'contender|hot hit|miss|mix|miss to floor|cold hit|miss|mix|miss to floor|misses answered yes|hits answered no'
  return table(head.split('|'), rows)
}

/** A Markdown table that is one to read as plain text as well; a column that is empty in every row is left out. */
function table(head: readonly string[], rows: readonly Row[]): string {
  const columns = head
    .map((name, column) => [name, ...rows.map((row) => row[column] ?? '')])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ''))
  const widths = columns.map((cells) => Math.max(3, ...cells.map((cell) => cell.length)))
  const line = (index: number): string =>
    `| ${columns
      .map((cells, column) => {
        const cell = cells[index] ?? ''
        return column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
      })
      .join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 0 ? ` ${'-'.repeat(width)} ` : ` ${'-'.repeat(width - 1)}: `)).join('|')}|`
  return [line(0), rule, ...rows.map((_, index) => line(index + 1))].join('\n')
}
