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
  /** Forgets everything, sent or not: what one school was to be told is no other school's business. */
  empty(): Promise<void>
  state(): JournalState
  waiting(): Promise<number>
}

export interface OutboxPorts {
  readonly journal: Journal
  readonly now: () => number
  readonly newId: () => string
  /** Told after each new event. */
  readonly onPut: () => void
  /** Told when the storage of this device fails, and with null when it works again. */
  readonly fault: (words: string | null) => void
}

/** Events on their way to the school: stored before sent, sent in order, forgotten when the school has them on disk. */
export const createOutbox = (ports: OutboxPorts): Outbox => new JournalOutbox(ports)

class JournalOutbox implements Outbox {
  readonly #ports: OutboxPorts
  readonly #inTurn = oneAtATime()
  readonly #waitingFor = new Map<number, () => void>()
  readonly #placeOf = new Map<number, number>()
  #state: JournalState
  #sentThrough = 0
  #logLines = 0

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    this.#state = { epoch: ports.newId(), keptThrough: 0, numberedThrough: 0 }
  }

  open(): Promise<void> {
    return this.#inTurn(() => this.#guarded(() => this.#open()))
  }

  put(body: DeviceEventBody): Promise<Filing> {
    const { journal, now, onPut } = this.#ports
    return this.#inTurn(async () => {
      const lane: Lane = body.kind === 'page.blocked' ? 'log' : 'urgent'
      const place = await this.#guarded(() => journal.put(lane, now(), body))
      const kept = lane === 'log' ? Promise.resolve() : this.#whenKept(place)
      if (lane === 'log') {
        this.#logLines += 1
        await this.#trimLog()
      }
      onPut()
      return { kept }
    })
  }

  next(): Promise<DeviceEvent[]> {
    const { journal, now } = this.#ports
    return this.#inTurn(() =>
      this.#guarded(async () => {
        const rows = await journal.numbered(this.#sentThrough, largestBatch)
        if (rows.length < largestBatch) {
          const fresh = await journal.number(largestBatch - rows.length)
          for (const { seq, place } of fresh) this.#placeOf.set(seq, place)
          const numberedThrough = fresh.at(-1)?.seq ?? this.#state.numberedThrough
          this.#state = { ...this.#state, numberedThrough }
          rows.push(...fresh)
        }
        const batch = fitting(withoutGaps(rows, this.#sentThrough + 1, now()))
        this.#sentThrough = batch.at(-1)?.seq ?? this.#sentThrough
        return batch
      }),
    )
  }

  rewind(keptThrough: number): Promise<void> {
    return this.#inTurn(() =>
      this.#guarded(async () => {
        const known = this.#state
        if (keptThrough < known.keptThrough || keptThrough > known.numberedThrough) return this.#restart()
        await this.#forget(keptThrough)
        this.#sentThrough = keptThrough
      }),
    )
  }

  keep(epoch: string, through: number): Promise<void> {
    return this.#inTurn(() =>
      this.#guarded(async () => {
        const known = this.#state
        if (epoch !== known.epoch || through <= known.keptThrough || through > known.numberedThrough) return
        await this.#forget(through)
      }),
    )
  }

  empty(): Promise<void> {
    return this.#inTurn(() =>
      this.#guarded(async () => {
        const epoch = this.#ports.newId()
        await this.#ports.journal.empty(epoch)
        this.#begin(epoch)
        this.#waitingFor.clear()
        this.#logLines = 0
      }),
    )
  }

  state(): JournalState {
    return this.#state
  }

  waiting(): Promise<number> {
    return this.#inTurn(() => this.#guarded(async () => (await this.#ports.journal.counts()).all))
  }

  #whenKept(place: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waitingFor.set(place, resolve)
    })
  }

  async #open(): Promise<void> {
    const { journal, now, newId } = this.#ports
    const opened = await journal.open(newId())
    this.#state = opened.state
    this.#sentThrough = opened.state.keptThrough
    this.#logLines = (await journal.counts()).log
    const detail = 'the store of waiting events was unreadable and begins anew'
    if (opened.recovered) await journal.put('urgent', now(), noticed('storage-recovered', detail))
  }

  /** A store that failed once is opened again before it is given up: browsers close databases under a worker. */
  async #guarded<T>(task: () => Promise<T>): Promise<T> {
    const { fault } = this.#ports
    try {
      return await task()
    } catch {
      try {
        await this.#open()
        const result = await task()
        fault(null)
        return result
      } catch (error) {
        fault(`Nothing can be stored on this device now: ${String(error)}`)
        throw error
      }
    }
  }

  async #trimLog(): Promise<void> {
    if (this.#logLines <= mostLogLines) return
    const { journal, now } = this.#ports
    const dropped = await journal.dropOldestLog(Math.ceil(mostLogLines / 10))
    this.#logLines -= dropped
    const detail = `${dropped} oldest lines of the log were dropped`
    if (dropped > 0) await journal.put('urgent', now(), noticed('outbox-full', detail))
  }

  async #restart(): Promise<void> {
    const epoch = this.#ports.newId()
    await this.#ports.journal.restart(epoch)
    this.#begin(epoch)
  }

  #begin(epoch: string): void {
    this.#state = { epoch, keptThrough: 0, numberedThrough: 0 }
    this.#sentThrough = 0
    this.#placeOf.clear()
  }

  async #forget(through: number): Promise<void> {
    const { journal } = this.#ports
    await journal.keep(through)
    this.#state = { ...this.#state, keptThrough: through }
    this.#logLines = (await journal.counts()).log
    for (const [seq, place] of this.#placeOf) {
      if (seq > through) continue
      this.#waitingFor.get(place)?.()
      this.#waitingFor.delete(place)
      this.#placeOf.delete(seq)
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
