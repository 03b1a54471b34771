import type { Journal, JournalRow, NumberedRow } from '#extension/background/ports.ts'

/** An outbox's store that lasts as long as the process: simulated pupils enrol anew with each run. */
export function createMemoryJournal(): Journal {
  let epoch: string | null = null
  let keptThrough = 0
  let places = 0
  let numbered: NumberedRow[] = []
  let waiting: JournalRow[] = []
  const inOrder = (rows: JournalRow[]): JournalRow[] =>
    rows.toSorted((a, b) => (a.lane === b.lane ? a.place - b.place : a.lane === 'urgent' ? -1 : 1))
  let numberedThrough = 0
  return {
    async open(fresh) {
      epoch ??= fresh
      return { state: { epoch, keptThrough, numberedThrough }, recovered: false }
    },
    async put(lane, at, body) {
      places += 1
      waiting.push({ place: places, lane, at, body })
      return places
    },
    async number(limit) {
      const rows = inOrder(waiting).slice(0, limit)
      waiting = waiting.filter((row) => !rows.includes(row))
      const fresh = rows.map((row, index) => ({ ...row, seq: numberedThrough + 1 + index }))
      numberedThrough += rows.length
      numbered.push(...fresh)
      return fresh
    },
    numbered: async (afterSeq, limit) => numbered.filter(({ seq }) => seq > afterSeq).slice(0, limit),
    async keep(through) {
      keptThrough = Math.max(keptThrough, through)
      numbered = numbered.filter(({ seq }) => seq > through)
    },
    async restart(fresh) {
      waiting = inOrder([
        ...numbered.map(({ place, lane, at, body }) => ({ place, lane, at, body })),
        ...waiting,
      ])
      numbered = []
      keptThrough = 0
      numberedThrough = 0
      epoch = fresh
    },
    async empty(fresh) {
      waiting = []
      numbered = []
      keptThrough = 0
      numberedThrough = 0
      epoch = fresh
    },
    counts: async () => ({
      all: waiting.length + numbered.length,
      log: waiting.filter(({ lane }) => lane === 'log').length,
    }),
    async dropOldestLog(count) {
      const oldest = inOrder(waiting)
        .filter(({ lane }) => lane === 'log')
        .slice(0, count)
      waiting = waiting.filter((row) => !oldest.includes(row))
      return oldest.length
    },
  }
}
