import { parse } from '#shared/base/parse.ts'
import { DeviceEvent, type DeviceEventBody } from '#shared/domain/device-event.ts'
import { largestBatch, largestFrameBytes } from '#shared/protocol/device.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Journal, JournalState, Lane, NumberedRow } from './ports.ts'

/** Most lines of the accountability log that wait on a device: about a month of a busy pupil without a network. */
export const mostLogLines = 5000
/** Room for the frame around the events. */
const mostBatchBytes = largestFrameBytes - 1024

/** An event that is durable on the device. `kept` resolves when it is on disk at the school. */
export interface Filing {
  readonly kept: Promise<void>
}

export interface Outbox {
  open(): Promise<void>
  /** Stores first; rejects only when the device cannot store at all. */
  put(body: DeviceEventBody): Promise<Filing>
  /** The events to send next, in order; empty when everything has been sent once. */
  next(): Promise<DeviceEvent[]>
  /** The school says what it has of this epoch: sending goes on behind that. A school that has less than it once said, or more than was ever numbered, begins a new epoch. */
  rewind(keptThrough: number): Promise<void>
  /** Everything of `epoch` up to `through` is on disk at the school. */
  keep(epoch: string, through: number): Promise<void>
  state(): JournalState
  waiting(): Promise<number>
}

/**
 * Events on their way to the school: stored before sent, sent in order, forgotten when the school has them on disk.
 * @param put told after each new event
 * @param fault told when the storage of this device fails, and with null when it works again
 */
export function createOutbox(deps: {
  journal: Journal
  now: () => number
  newId: () => string
  onPut: () => void
  fault: (words: string | null) => void
}): Outbox {
  const { journal, now, newId, onPut, fault } = deps
  const inTurn = oneAtATime()
  const waitingFor = new Map<number, () => void>()
  const placeOf = new Map<number, number>()
  let state: JournalState = { epoch: newId(), keptThrough: 0, numberedThrough: 0 }
  let sentThrough = 0
  let logLines = 0

  const open = async (): Promise<void> => {
    const opened = await journal.open(newId())
    state = opened.state
    sentThrough = state.keptThrough
    logLines = (await journal.counts()).log
    if (!opened.recovered) return
    await journal.put(
      'urgent',
      now(),
      noticed('storage-recovered', 'the store of waiting events was unreadable and begins anew'),
    )
  }

  /** A store that failed once is opened again before it is given up: browsers close databases under a worker. */
  const guarded = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await task()
    } catch {
      try {
        await open()
        const result = await task()
        fault(null)
        return result
      } catch (error) {
        fault(`Nothing can be stored on this device now: ${String(error)}`)
        throw error
      }
    }
  }

  const trimLog = async (): Promise<void> => {
    if (logLines <= mostLogLines) return
    const dropped = await journal.dropOldestLog(Math.ceil(mostLogLines / 10))
    logLines -= dropped
    if (dropped > 0)
      await journal.put(
        'urgent',
        now(),
        noticed('outbox-full', `${dropped} oldest lines of the log were dropped`),
      )
  }

  const restart = async (): Promise<void> => {
    const epoch = newId()
    await journal.restart(epoch)
    state = { epoch, keptThrough: 0, numberedThrough: 0 }
    sentThrough = 0
    placeOf.clear()
  }

  return {
    open: () => inTurn(() => guarded(open)),
    put: (body) =>
      inTurn(async () => {
        const lane: Lane = body.kind === 'page.blocked' ? 'log' : 'urgent'
        const place = await guarded(() => journal.put(lane, now(), body))
        const kept = new Promise<void>((resolve) => waitingFor.set(place, resolve))
        if (lane === 'log') {
          waitingFor.delete(place)
          logLines += 1
          await trimLog()
        }
        onPut()
        return { kept }
      }),
    next: () =>
      inTurn(() =>
        guarded(async () => {
          const rows = await journal.numbered(sentThrough, largestBatch)
          if (rows.length < largestBatch) {
            const fresh = await journal.number(largestBatch - rows.length)
            for (const { seq, place } of fresh) placeOf.set(seq, place)
            state = { ...state, numberedThrough: fresh.at(-1)?.seq ?? state.numberedThrough }
            rows.push(...fresh)
          }
          const batch = fitting(withoutGaps(rows, sentThrough + 1, now()))
          sentThrough = batch.at(-1)?.seq ?? sentThrough
          return batch
        }),
      ),
    rewind: (keptThrough) =>
      inTurn(() =>
        guarded(async () => {
          if (keptThrough < state.keptThrough || keptThrough > state.numberedThrough) return restart()
          await forget(keptThrough)
          sentThrough = keptThrough
        }),
      ),
    keep: (epoch, through) =>
      inTurn(() =>
        guarded(async () => {
          if (epoch !== state.epoch || through <= state.keptThrough || through > state.numberedThrough) return
          await forget(through)
        }),
      ),
    state: () => state,
    waiting: () => inTurn(() => guarded(async () => (await journal.counts()).all)),
  }

  async function forget(through: number): Promise<void> {
    await journal.keep(through)
    state = { ...state, keptThrough: through }
    logLines = (await journal.counts()).log
    for (const [seq, place] of placeOf) {
      if (seq > through) continue
      waitingFor.get(place)?.()
      waitingFor.delete(place)
      placeOf.delete(seq)
    }
  }
}

function noticed(code: 'storage-recovered' | 'outbox-full', detail: string): DeviceEventBody {
  return { kind: 'device.noticed', notice: { code, detail } }
}

/** A row that was damaged or lost on disk leaves its number to a notice, so that nothing behind it is stuck. */
function withoutGaps(rows: readonly NumberedRow[], firstSeq: number, at: number): DeviceEvent[] {
  const events: DeviceEvent[] = []
  const lost = (seq: number): DeviceEvent => ({
    seq,
    at,
    body: noticed('storage-recovered', 'one waiting event was unreadable'),
  })
  for (const row of rows) {
    while (firstSeq + events.length < row.seq) events.push(lost(firstSeq + events.length))
    const event = parse(DeviceEvent, { seq: row.seq, at: row.at, body: row.body })
    events.push(event.ok ? event.value : lost(row.seq))
  }
  return events.slice(0, largestBatch)
}

function fitting(events: DeviceEvent[]): DeviceEvent[] {
  let bytes = 0
  const most = events.findIndex((event, index) => {
    bytes += new TextEncoder().encode(JSON.stringify(event)).length + 1
    return index > 0 && bytes > mostBatchBytes
  })
  return most === -1 ? events : events.slice(0, most)
}
