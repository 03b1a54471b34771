import { type Backoff, retryDelayMs } from '#shared/base/backoff.ts'
import { parseJson } from '#shared/base/parse.ts'
import {
  aliveEveryMs,
  deviceSocketPath,
  type DeviceSent,
  ServerSentToDevice,
} from '#shared/protocol/device.ts'
import { helloText } from '#shared/protocol/enrolment.ts'
import { protocolVersion, type RefusalReason } from '#shared/protocol/version.ts'
import type { DeviceKey } from './device-key.ts'
import type { Outbox } from './outbox.ts'
import type { Cancel, Network, Socket, Timers } from './ports.ts'

export const reconnecting: Backoff = { firstMs: 500, longestMs: 30_000 }
const silenceMs = 3 * aliveEveryMs
/** A batch that is not acknowledged within this long is sent again over a new connection. */
const acknowledgedWithinMs = 20_000

export type Hello = Extract<DeviceSent, { type: 'hello' }>
export type Welcome = Extract<ServerSentToDevice, { type: 'welcome' }>
/** What the link hands on: everything but what is between it and the outbox. */
export type Told = Exclude<ServerSentToDevice, { type: 'challenge' | 'kept' | 'refused' }>

/** Who speaks: null while the device is not enrolled. */
export type HelloFacts = Pick<
  Hello,
  'schoolId' | 'deviceId' | 'policyHash' | 'listsHash' | 'agentVersion' | 'deviceTime'
> & {
  serverUrl: string
}

export interface Link {
  /** Connects unless connected, connecting or told to wait. Cheap: the watchdog calls it every 30 s. */
  wake(): void
  /** Sends what the outbox has, when connected. */
  flush(): void
  /** Sends a frame that is worth nothing later; dropped when not connected. */
  tell(frame: Extract<DeviceSent, { type: 'activity' }>): void
  /** Drops the connection and connects again, for a fresh welcome. */
  renew(): void
  isWelcome(): boolean
  /** Closes, and stays closed until `wake`. */
  stop(): void
}

/** One authenticated WebSocket to the school. */
export function createLink(deps: {
  network: Network
  timers: Timers
  random: () => number
  key: DeviceKey
  outbox: Outbox
  hello: () => HelloFacts | null
  told: (frame: Told) => void
  refused: (reason: RefusalReason) => void
  stateChanged: () => void
}): Link {
  const { network, timers, random, key, outbox, hello, told, refused, stateChanged } = deps
  let socket: Socket | null = null
  let isWelcome = false
  let attempt = 0
  let waiting: Cancel | null = null
  let silence: Cancel = () => undefined
  let overdue: Cancel = () => undefined
  let pumping = false
  let inFlightThrough = 0

  const send = (frame: DeviceSent): void => socket?.send(JSON.stringify(frame))

  function connect(): void {
    const facts = hello()
    if (facts === null || socket !== null || waiting !== null) return
    let mine: Socket | null = null
    const isMine = (): boolean => mine !== null && socket === mine
    mine = network.connect(facts.serverUrl.replace(/^http/, 'ws').replace(/\/+$/, '') + deviceSocketPath, {
      opened: () => undefined,
      said: (text) => {
        if (isMine()) hear(text)
      },
      closed: () => {
        if (isMine()) lost(null)
      },
    })
    socket = mine
    heardSomething()
  }

  function lost(retryAfterMs: number | null): void {
    const old = socket
    socket = null
    silence()
    overdue()
    pumping = false
    if (isWelcome) {
      isWelcome = false
      stateChanged()
    }
    old?.close()
    const jitter = retryDelayMs(attempt++, reconnecting, random)
    waiting?.()
    waiting = timers.after((retryAfterMs ?? 0) + jitter, () => {
      waiting = null
      connect()
    })
  }

  function heardSomething(): void {
    silence()
    silence = timers.after(silenceMs, () => lost(null))
  }

  function hear(text: string): void {
    heardSomething()
    const frame = parseJson(ServerSentToDevice, text)
    // A frame of a newer server that this device does not know is passed over; the protocol's version says when that is not enough.
    if (!frame.ok) return
    switch (frame.value.type) {
      case 'challenge':
        greet(frame.value.nonce, socket).catch(() => lost(null))
        return
      case 'refused':
        refused(frame.value.reason)
        lost(frame.value.retryAfterMs)
        return
      case 'kept':
        kept(frame.value.epoch, frame.value.through).catch(() => lost(null))
        return
      case 'welcome':
        welcomed(frame.value).catch(() => lost(null))
        return
      case 'alive':
        send({ type: 'alive' })
        told(frame.value)
        return
      default:
        told(frame.value)
    }
  }

  async function greet(nonce: string, asked: Socket | null): Promise<void> {
    const facts = hello()
    if (facts === null) return
    const { schoolId, deviceId, policyHash, listsHash, agentVersion, deviceTime } = facts
    const signature = await key.sign(helloText({ schoolId, deviceId, nonce }))
    if (socket !== asked) return
    const { epoch, keptThrough } = outbox.state()
    const who = { schoolId, deviceId, signature, agentVersion, deviceTime }
    send({ type: 'hello', protocol: protocolVersion, ...who, epoch, keptThrough, policyHash, listsHash })
  }

  async function welcomed(frame: Welcome): Promise<void> {
    const asked = socket
    const { epoch } = outbox.state()
    await outbox.rewind(frame.keptThrough)
    if (socket !== asked) return
    // The school lost what it had: the device begins a new epoch, and says so in a new hello.
    if (outbox.state().epoch !== epoch) return lost(null)
    attempt = 0
    isWelcome = true
    inFlightThrough = frame.keptThrough
    told(frame)
    stateChanged()
    flush()
  }

  async function kept(epoch: string, through: number): Promise<void> {
    await outbox.keep(epoch, through)
    if (through < inFlightThrough) return
    overdue()
    pumping = false
    flush()
  }

  /** One batch is under way at a time: its acknowledgement asks for the next one. */
  function flush(): void {
    if (!isWelcome || pumping) return
    pumping = true
    void pump().catch(() => {
      pumping = false
    })
  }

  async function pump(): Promise<void> {
    const asked = socket
    const events = await outbox.next()
    if (socket !== asked) return
    const last = events.at(-1)
    if (last === undefined) {
      pumping = false
      // Something may have been put between the look and now.
      if ((await outbox.waiting()) > 0 && outbox.state().keptThrough === outbox.state().numberedThrough)
        flush()
      return
    }
    inFlightThrough = last.seq
    overdue = timers.after(acknowledgedWithinMs, () => lost(null))
    send({ type: 'events', epoch: outbox.state().epoch, events })
  }

  return {
    wake: connect,
    flush,
    tell: (frame) => {
      if (isWelcome) send(frame)
    },
    renew: () => {
      if (socket !== null) lost(null)
    },
    isWelcome: () => isWelcome,
    stop() {
      lost(null)
      waiting?.()
      waiting = null
    },
  }
}
