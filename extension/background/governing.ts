import { type Backoff, retryDelayMs } from '#shared/base/backoff.ts'
import { parseJson } from '#shared/base/parse.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import { CompiledPolicy } from '#shared/domain/policy.ts'
import type { Download } from '#shared/protocol/device.ts'
import type { Faults } from './faults.ts'
import { sha256Hex } from './hashing.ts'
import type { Judging } from './judging.ts'
import type { Kept } from './kept.ts'
import type { Cancel, Network, Timers } from './ports.ts'

const retrying: Backoff = { firstMs: 1000, longestMs: 60_000 }
/** Larger downloads than this are refused whatever the school says. */
const mostBytes = { policy: 4_000_000, lists: 400_000_000 } as const

type Thing = 'policy' | 'lists'

export interface Governing {
  /** The bearer for downloads, from the latest welcome. */
  ticket(ticket: string): void
  /** The school's policy or lists are these now. What is in use already, or on its way, is left alone. */
  wanted(thing: Thing, download: Download): void
}

/**
 * Fetches policy and lists by hash, checks them and takes them into use; the last good ones stay until then.
 * @param changed told after something new is in use
 * @param ticketRefused told when the school does not take the bearer any more: only a new welcome helps
 */
export function createGoverning(deps: {
  network: Network
  timers: Timers
  random: () => number
  subtle: SubtleCrypto
  kept: Kept
  judging: Judging
  faults: Faults
  put: (body: DeviceEventBody) => void
  changed: () => void
  ticketRefused: () => void
}): Governing {
  const { network, timers, random, subtle, kept, judging, faults, put, changed, ticketRefused } = deps
  const target = new Map<Thing, string>()
  const waiting = new Map<Thing, Cancel>()
  let bearer = ''

  async function fetchThing(thing: Thing, { hash, bytes }: Download, attempt: number): Promise<void> {
    const place = kept.get('enrolment')
    if (place === null || target.get(thing) !== hash) return
    const url = `${place.serverUrl.replace(/\/+$/, '')}/device/${thing}/${hash}`
    const answer = await network.download(url, bearer, Math.min(mostBytes[thing], bytes))
    if (target.get(thing) !== hash) return
    if (answer.status === 401 || answer.status === 403) {
      target.delete(thing)
      return ticketRefused()
    }
    if (answer.status !== 200 || answer.body === null) {
      const delay = (answer.retryAfterMs ?? 0) + retryDelayMs(attempt, retrying, random)
      waiting.set(
        thing,
        timers.after(delay, () => void fetchThing(thing, { hash, bytes }, attempt + 1)),
      )
      return
    }
    const wrong =
      (await sha256Hex(subtle, answer.body)) === hash
        ? await (thing === 'policy' ? usePolicy(hash, answer.body) : useLists(hash, answer.body))
        : 'its hash is another one'
    if (target.get(thing) === hash) target.delete(thing)
    if (wrong === null) {
      faults.clear(thing)
      changed()
      return
    }
    const words = `${thing === 'policy' ? 'A policy' : 'A list bundle'} from the school was not taken into use: ${wrong}`
    faults.raise(thing, words)
    const code = thing === 'policy' ? 'policy-refused' : 'lists-refused'
    put({ kind: 'device.noticed', notice: { code, detail: words.slice(0, 200) } })
  }

  async function usePolicy(hash: string, bytes: ArrayBuffer): Promise<string | null> {
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return 'it is not UTF-8'
    }
    const policy = parseJson(CompiledPolicy, text)
    if (!policy.ok) return policy.error
    await kept.set('policy', { hash, policy: policy.value })
    return null
  }

  async function useLists(hash: string, bytes: ArrayBuffer): Promise<string | null> {
    const wrong = judging.useLists(bytes)
    if (wrong === null) await kept.set('lists', { hash, bytes })
    return wrong
  }

  return {
    ticket(ticket) {
      bearer = ticket
    },
    wanted(thing, download) {
      const inUse = kept.get(thing)?.hash
      if (target.get(thing) === download.hash && !waiting.has(thing)) return
      waiting.get(thing)?.()
      waiting.delete(thing)
      if (inUse === download.hash) {
        target.delete(thing)
        return
      }
      target.set(thing, download.hash)
      fetchThing(thing, download, 0).catch((error: unknown) =>
        faults.raise(thing, `${thing} could not be fetched: ${String(error)}`),
      )
    },
  }
}
