import { type Backoff, retryDelayMs } from '#shared/base/backoff.ts'
import { parseJson } from '#shared/base/parse.ts'
import { err, type Result } from '#shared/base/result.ts'
import { mostSignedModelBytes } from '#shared/classify/text/signed-model.ts'
import { mostNameBytes } from '#shared/classify/url/names-file.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import { CompiledPolicy } from '#shared/domain/policy.ts'
import type { Download } from '#shared/protocol/device.ts'
import type { Faults } from './faults.ts'
import { sha256Hex } from './hashing.ts'
import type { Judging } from './judging.ts'
import type { Kept } from './kept.ts'
import { takeNames } from './names.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { takeModel } from './own-model.ts'
import type { Cancel, ListStore, Network, NetworkRules, Timers } from './ports.ts'
import { takeLists } from './taking-lists.ts'
import type { TextReader } from './text-reader.ts'

const retrying: Backoff = { firstMs: 1000, longestMs: 60_000 }
/** Larger downloads than this are refused whatever the school says. */
const mostBytes = {
  policy: 4_000_000,
  lists: 400_000_000,
  names: mostNameBytes,
  model: mostSignedModelBytes,
} as const

type Thing = keyof typeof mostBytes

export interface Governing {
  /** The bearer for downloads, from the latest welcome. */
  ticket(ticket: string): void
  /** The school's policy, lists or text model are these now. What is in use already, or on its way, is left alone. */
  wanted(thing: 'policy' | 'lists' | 'model', download: Download): void
  /** The school has no text model of its own: the packaged one counts. */
  withoutModel(): void
}

export interface GoverningPorts {
  readonly network: Network
  readonly timers: Timers
  readonly random: () => number
  readonly subtle: SubtleCrypto
  readonly listStore: ListStore
  readonly kept: Kept
  readonly judging: Judging
  readonly reader: TextReader
  readonly rules: NetworkRules
  readonly faults: Faults
  readonly put: (body: DeviceEventBody) => void
  /** Something new is in use. */
  readonly changed: () => void
  /** The school does not take the bearer any more: only a new welcome helps. */
  readonly ticketRefused: () => void
}

const names = {
  policy: { words: 'A policy', refused: 'policy-refused' },
  lists: { words: 'A list bundle', refused: 'lists-refused' },
  names: { words: 'The names of a list', refused: 'lists-refused' },
  model: { words: 'A text model', refused: 'model-refused' },
} as const

/** Fetches policy and lists by hash, checks them and takes them into use; the last good ones stay until then. */
export function createGoverning(ports: GoverningPorts): Governing {
  const { network, timers, random, kept, faults, put, changed, ticketRefused } = ports
  const target = new Map<Thing, string>()
  const waiting = new Map<Thing, Cancel>()
  const refused = new Set<Thing>()
  /** Lists that have to be fetched as a whole file, by hash. */
  const whole = new Set<string>()
  const inTurn = oneAtATime()
  let bearer = ''

  async function fetchThing(thing: Thing, download: Download, attempt: number): Promise<void> {
    waiting.delete(thing)
    const { hash, bytes } = download
    const place = kept.get('enrolment')
    if (place === null) return
    const base = thing === 'lists' && !whole.has(hash) ? kept.get('lists') : null
    const from = base === null ? '' : `?from=${base.file}`
    const url = `${place.serverUrl.replace(/\/+$/, '')}/device/${thing}/${hash}${from}`
    const { status, body, retryAfterMs } = await network.download(
      url,
      bearer,
      Math.min(mostBytes[thing], bytes),
    )
    if (target.get(thing) !== hash) return
    if (status === 401 || status === 403) {
      target.delete(thing)
      ticketRefused()
    } else if (status === 200 && body !== null) {
      await take(thing, download, body, from !== '')
    } else {
      const delay = (retryAfterMs ?? 0) + retryDelayMs(attempt, retrying, random)
      waiting.set(
        thing,
        timers.after(delay, () => start(thing, download, attempt + 1)),
      )
    }
  }

  async function take(
    thing: Thing,
    download: Download,
    bytes: ArrayBuffer,
    maybeDelta: boolean,
  ): Promise<void> {
    const { hash } = download
    // One after another: files share one store, and what came first must not have the last word on what is a fault.
    const wrong = await inTurn(() => takeIntoUse(ports, thing, hash, bytes))
    if (target.get(thing) === hash) target.delete(thing)
    if (wrong !== null && maybeDelta) {
      // What was sent to change the lists that are here does not fit them: the whole file does not depend on them.
      whole.add(hash)
      target.set(thing, hash)
      start(thing, download, 0)
      return
    }
    whole.delete(hash)
    if (wrong === null) {
      refused.delete(thing)
      faults.clear(thing)
      changed()
      if (thing === 'lists') followNamesSoon()
      return
    }
    const detail = `${names[thing].words} from the school was not taken into use: ${wrong}`.slice(0, 200)
    refused.add(thing)
    faults.raise(thing, detail)
    put({ kind: 'device.noticed', notice: { code: names[thing].refused, detail } })
  }

  function start(thing: Thing, download: Download, attempt: number): void {
    fetchThing(thing, download, attempt).catch((error: unknown) => {
      faults.raise(thing, `${names[thing].words} could not be fetched: ${String(error)}`)
      // A full disk, perhaps: later it may go.
      const again = (): void => start(thing, download, attempt + 1)
      if (target.get(thing) === download.hash)
        waiting.set(thing, timers.after(retryDelayMs(attempt, retrying, random), again))
    })
  }

  /** The names that belong to the lists in use, where the browser's own engine is to know them. */
  async function followNames(): Promise<void> {
    if (!(await ports.rules.wantsNames())) return
    const names = ports.judging.lists()?.names ?? null
    if (names !== null) return wanted('names', names)
    if (kept.get('names') === null) return
    await kept.set('names', null)
    changed()
  }

  const followNamesSoon = (): void => {
    followNames().catch((error: unknown) =>
      faults.raise('names', `${names.names.words} could not be asked for: ${String(error)}`),
    )
  }

  const inUse = (thing: Thing): string | null =>
    thing === 'names' || thing === 'model' ? kept.get(thing) : (kept.get(thing)?.hash ?? null)

  function wanted(thing: Thing, { hash, bytes }: Download): void {
    if (target.get(thing) === hash && !waiting.has(thing)) return
    waiting.get(thing)?.()
    waiting.delete(thing)
    target.delete(thing)
    if (inUse(thing) === hash) {
      // The school has gone back to what stands here: what was refused is no fault any more.
      if (refused.delete(thing)) faults.clear(thing)
      if (thing === 'lists') followNamesSoon()
      return
    }
    target.set(thing, hash)
    start(thing, { hash, bytes }, 0)
  }

  return {
    ticket(ticket) {
      bearer = ticket
    },
    wanted,
    withoutModel() {
      waiting.get('model')?.()
      waiting.delete('model')
      target.delete('model')
      if (kept.get('model') === null) return
      void kept.set('model', null)
      ports.reader.forget()
      faults.clear('model')
    },
  }
}

/** Null when the bytes are what was named and are in use now; else what is wrong with them. */
async function takeIntoUse(
  ports: GoverningPorts,
  thing: Thing,
  hash: string,
  bytes: ArrayBuffer,
): Promise<string | null> {
  const { subtle, kept } = ports
  if (thing === 'lists') return takeLists(ports, hash, bytes)
  if (thing === 'names') return takeNames(ports, hash, bytes)
  if (thing === 'model') return takeModel({ ...ports, use: ports.reader.use }, hash, bytes)
  if ((await sha256Hex(subtle, bytes)) !== hash) return 'its hash is another one'
  const policy = readPolicy(bytes)
  if (!policy.ok) return policy.error
  await kept.set('policy', { hash, policy: policy.value })
  return null
}

function readPolicy(bytes: ArrayBuffer): Result<CompiledPolicy> {
  try {
    return parseJson(CompiledPolicy, new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err('it is not UTF-8')
  }
}
