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
import { oneAtATime } from './one-at-a-time.ts'
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

export interface LinkPorts {
  readonly network: Network
  readonly timers: Timers
  readonly random: () => number
  readonly key: DeviceKey
  readonly outbox: Outbox
  readonly hello: () => HelloFacts | null
  readonly told: (frame: Told) => void
  readonly refused: (reason: RefusalReason) => void
  readonly stateChanged: () => void
}

/** One authenticated WebSocket to the school. */
export const createLink = (ports: LinkPorts): Link => new SchoolLink(ports)

const nothing: Cancel = () => undefined

class SchoolLink implements Link {
  readonly #ports: LinkPorts
  readonly #inTurn = oneAtATime()
  #socket: Socket | null = null
  #isWelcome = false
  #attempt = 0
  #waiting: Cancel | null = null
  #silence: Cancel = nothing
  #overdue: Cancel = nothing
  #isSending = false
  #sentThrough = 0

  constructor(ports: LinkPorts) {
    this.#ports = ports
  }

  wake(): void {
    const { hello, network } = this.#ports
    const facts = hello()
    if (facts === null || this.#socket !== null || this.#waiting !== null) return
    let mine: Socket | null = null
    const isMine = (): boolean => mine !== null && this.#socket === mine
    const url = facts.serverUrl.replace(/^http/, 'ws').replace(/\/+$/, '') + deviceSocketPath
    mine = network.connect(url, {
      opened: nothing,
      said: (text) => {
        if (isMine()) this.#hear(text)
      },
      closed: () => {
        if (isMine()) this.#lost(null)
      },
    })
    this.#socket = mine
    this.#heardSomething()
  }

  /** One batch is under way at a time: its acknowledgement asks for the next one. */
  flush(): void {
    if (!this.#isWelcome || this.#isSending) return
    this.#isSending = true
    this.#sendNext().catch(() => {
      this.#isSending = false
    })
  }

  tell(frame: Extract<DeviceSent, { type: 'activity' }>): void {
    if (this.#isWelcome) this.#send(frame)
  }

  renew(): void {
    if (this.#socket !== null) this.#lost(null)
  }

  isWelcome(): boolean {
    return this.#isWelcome
  }

  stop(): void {
    this.#lost(null)
    this.#waiting?.()
    this.#waiting = null
  }

  #send(frame: DeviceSent): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  #lost(retryAfterMs: number | null): void {
    const { timers, random, stateChanged } = this.#ports
    const old = this.#socket
    this.#socket = null
    this.#silence()
    this.#overdue()
    this.#isSending = false
    const wasWelcome = this.#isWelcome
    this.#isWelcome = false
    if (wasWelcome) stateChanged()
    old?.close()
    const jitter = retryDelayMs(this.#attempt++, reconnecting, random)
    this.#waiting?.()
    this.#waiting = timers.after((retryAfterMs ?? 0) + jitter, () => {
      this.#waiting = null
      this.wake()
    })
  }

  #heardSomething(): void {
    this.#silence()
    this.#silence = this.#ports.timers.after(silenceMs, () => this.#lost(null))
  }

  #hear(text: string): void {
    this.#heardSomething()
    const frame = parseJson(ServerSentToDevice, text)
    // A frame of a newer server that this device does not know is passed over; the protocol's version says when that is not enough.
    if (!frame.ok) return
    const from = this.#socket
    // One after another: a command that follows the welcome must find the welcome's lesson.
    this.#inTurn(async () => {
      if (this.#socket === from) await this.#answer(frame.value)
    }).catch(() => this.#lost(null))
  }

  async #answer(frame: ServerSentToDevice): Promise<void> {
    const { told, refused } = this.#ports
    switch (frame.type) {
      case 'challenge':
        return this.#greet(frame.nonce)
      case 'refused':
        refused(frame.reason)
        return this.#lost(frame.retryAfterMs)
      case 'kept':
        return this.#kept(frame.epoch, frame.through)
      case 'welcome':
        return this.#welcomed(frame)
      case 'alive':
        this.#send({ type: 'alive' })
        return told(frame)
      default:
        return told(frame)
    }
  }

  async #greet(nonce: string): Promise<void> {
    const { hello, key, outbox } = this.#ports
    const asked = this.#socket
    const facts = hello()
    if (facts === null) return
    const { schoolId, deviceId, policyHash, listsHash, agentVersion, deviceTime } = facts
    const signature = await key.sign(helloText({ schoolId, deviceId, nonce }))
    if (this.#socket !== asked) return
    const { epoch, keptThrough } = outbox.state()
    const who = { schoolId, deviceId, signature, agentVersion, deviceTime }
    this.#send({
      type: 'hello',
      protocol: protocolVersion,
      ...who,
      epoch,
      keptThrough,
      policyHash,
      listsHash,
    })
  }

  async #welcomed(frame: Welcome): Promise<void> {
    const { outbox, told, stateChanged } = this.#ports
    const asked = this.#socket
    const { epoch } = outbox.state()
    await outbox.rewind(frame.keptThrough)
    if (this.#socket !== asked) return
    // The school lost what it had: the device begins a new epoch, and says so in a new hello.
    if (outbox.state().epoch !== epoch) return this.#lost(null)
    this.#attempt = 0
    this.#isWelcome = true
    this.#sentThrough = frame.keptThrough
    told(frame)
    stateChanged()
    this.flush()
  }

  async #kept(epoch: string, through: number): Promise<void> {
    await this.#ports.outbox.keep(epoch, through)
    if (through < this.#sentThrough) return
    this.#overdue()
    this.#isSending = false
    this.flush()
  }

  async #sendNext(): Promise<void> {
    const { outbox, timers } = this.#ports
    const asked = this.#socket
    const events = await outbox.next()
    if (this.#socket !== asked) return
    const last = events.at(-1)
    if (last === undefined) {
      this.#isSending = false
      const { keptThrough, numberedThrough } = outbox.state()
      // Something may have been put between the look and now.
      if (keptThrough === numberedThrough && (await outbox.waiting()) > 0) this.flush()
      return
    }
    this.#sentThrough = last.seq
    this.#overdue = timers.after(acknowledgedWithinMs, () => this.#lost(null))
    this.#send({ type: 'events', epoch: outbox.state().epoch, events })
  }
}
