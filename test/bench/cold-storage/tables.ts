import { type Figures, figures } from '../figures.ts'
import { sizes, totalBytes } from './bundle.ts'
import type { Question, Reading } from './reading.ts'
import type { Writing } from './writing.ts'

/** A place's figures: each step by itself, and all of them, in milliseconds. */
interface PlaceFigures extends Question {
  readonly open: Figures
  readonly head: Figures
  readonly page: Figures
  readonly read: Figures
  readonly total: Figures
}

export interface ReadingFigures {
  readonly places: readonly PlaceFigures[]
  /** The same whatever the place: waking the worker, its own start, and checking what was read. */
  readonly worker: Readonly<Record<'waking' | 'toFirstTick' | 'tickToEvent', Figures>>
  readonly checking: Readonly<Record<'headHash' | 'signature' | 'pageHash', Figures>>
}

export function readingFigures(readings: readonly Reading[]): ReadingFigures {
  const groups = Map.groupBy(readings, ({ place, size }) => `${place} ${size}`)
  const places = [...groups.values()].flatMap((group) => {
    const [first] = group
    const of = (take: (reading: Reading) => number): Figures => figures(group.map(take))
    if (first === undefined) return []
    return {
      place: first.place,
      size: first.size,
      open: of(({ marks }) => marks.opened),
      head: of(({ marks }) => marks.head - marks.opened),
      page: of(({ marks }) => marks.page - marks.verified),
      read: of(({ marks }) => marks.head + marks.page - marks.verified),
      total: of(({ marks }) => marks.pageHash),
    }
  })
  const large = readings.filter(({ place, size }) => size === 'millions' && !place.includes('alone'))
  return {
    places: places.toSorted((one, other) => one.read.median - other.read.median),
    worker: {
      waking: figures(readings.map(({ wakingMs }) => wakingMs)),
      toFirstTick: figures(readings.map(({ marks }) => marks.firstTick)),
      tickToEvent: figures(readings.map(({ marks }) => marks.event - marks.firstTick)),
    },
    checking: {
      headHash: figures(large.map(({ marks }) => marks.headHash - marks.head)),
      signature: figures(large.map(({ marks }) => marks.verified - marks.headHash)),
      pageHash: figures(large.map(({ marks }) => marks.pageHash - marks.page)),
    },
  }
}

const both = ({ median, p95 }: Figures): string => `${median} / ${p95}`

const megabytes = ({ place, size }: Question): string =>
  place.includes('alone') ? '-' : `${(totalBytes(sizes[size]) / 1e6).toFixed(1)} MB`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

export function readingTable({ places, worker, checking }: ReadingFigures, rounds: number): string {
  const rows = places.map((place) => [
    place.place,
    megabytes(place),
    ...[place.open, place.head, place.page, place.read, place.total].map(both),
  ])
  return [
    `A worker killed before each of ${rounds} rounds answers a held navigation; milliseconds inside it since the navigation reached it, median / p95. ` +
      'The head (96 kB of 16.6 MB, 40 kB of 5.5 MB) and one page of 11 kB at random are read, `total` also checks them.',
    table(['place', 'bundle', 'open', 'head', 'page', 'all reading', 'total'], rows),
    `Before that: ${both(worker.waking)} from the navigation to the start of the worker, ${both(worker.toFirstTick)} to its first tick, ` +
      `${both(worker.tickToEvent)} until the navigation reaches it. Checking: SHA-256 of the head ${both(checking.headHash)}, ` +
      `Ed25519 ${both(checking.signature)}, SHA-256 of the page ${both(checking.pageHash)}.`,
  ].join('\n\n')
}

export function writingTable(writings: readonly Writing[]): string {
  const rows = writings.map(({ place, ms, afterCrash }) => [
    place,
    both(figures(ms, 0)),
    ...[afterCrash.old, afterCrash.new, afterCrash.mixed, afterCrash.lost].map(String),
  ])
  return [
    'Writing 16.6 MB over an older bundle, and what is there after the browser was killed at 10, 30, 50, 70 and 90% of that:',
    table(['place', 'ms', 'old', 'new', 'mixed', 'lost'], rows),
  ].join('\n\n')
}
