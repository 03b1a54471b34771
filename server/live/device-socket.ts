import { randomBytes } from 'node:crypto'
import type { WebSocket } from 'ws'
import { aliveEveryMs, type DeviceSent, type ServerSentToDevice } from '#shared/protocol/device.ts'
import { helloText } from '#shared/protocol/enrolment.ts'
import { protocolVersion, type RefusalReason } from '#shared/protocol/version.ts'
import { proves } from '../services/devices/proof.ts'
import { makeTicket, ticketMs } from '../services/devices/ticket.ts'
import type { Services } from '../services/port.ts'
import type { Greeting } from '../services/signatures.ts'
import type { ConnectedDevice } from './devices.ts'
import type { Hub } from './hub.ts'
import { type DeviceFrame, readDeviceFrame } from './read-frame.ts'

/** A device that has not proved itself by then is sent away. */
const helloWithinMs = 15_000
const comeBackMs = { first: 5_000, spread: 25_000 }
/** Frames that wait for the database, per device, before it is told to come back. */
const mostWaiting = 64

type Hello = Extract<DeviceSent, { type: 'hello' }>

interface Parts {
  readonly services: Services
  readonly hub: Hub
  readonly now: () => number
  readonly random: () => number
}

/** Serves one device's socket from challenge to close. Nothing a device sends can throw out of here. */
export function serveDevice(socket: WebSocket, { services, hub, now, random }: Parts): void {
  const nonce = randomBytes(32).toString('base64url')
  let device: (ConnectedDevice & { schoolId: string; skewMs: number }) | null = null
  let greeted = false
  let waiting = 0
  let queue: Promise<void> = Promise.resolve()

  const send = (frame: ServerSentToDevice): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  }
  const refuse = (reason: RefusalReason, retryAfterMs: number | null = null): void => {
    send({ type: 'refused', reason, retryAfterMs })
    socket.close(1008, reason)
  }
  const later = (): void => refuse('try-later', Math.round(comeBackMs.first + random() * comeBackMs.spread))

  async function prove(hello: Hello): Promise<boolean> {
    if (hello.protocol !== protocolVersion) {
      refuse(hello.protocol < protocolVersion ? 'device-too-old' : 'server-too-old')
      return false
    }
    if (!services.schoolIds.includes(hello.schoolId)) {
      refuse('unknown-school')
      return false
    }
    const { result } = await services.call(
      hello.schoolId,
      'devices.known',
      { kind: 'system' },
      { deviceId: hello.deviceId },
    )
    if (!result.ok) {
      if (result.error.code === 'not-found') refuse('unknown-device')
      else later()
      return false
    }
    if (!proves(result.value.publicKey, helloText({ ...hello, nonce }), hello.signature)) {
      refuse('bad-proof')
      return false
    }
    if (result.value.revoked) refuse('revoked-device')
    return !result.value.revoked
  }

  function enter(hello: Hello, greeting: Greeting, skewMs: number): void {
    const { schoolId, deviceId } = hello
    const { model, ...welcome } = greeting
    const { pupilId, band } = welcome.user
    device = { id: deviceId, pupilId, band, send, refuse, schoolId, skewMs }
    const school = hub.school(schoolId)
    school.devices.enter(device)
    send({
      type: 'welcome',
      serverTime: now(),
      ticket: makeTicket(schoolId, deviceId, now()),
      ticketMs,
      ...welcome,
      commands: [...welcome.commands],
      receipts: [...welcome.receipts],
    })
    send({ type: 'model', model, listsKey: welcome.listsKey })
    if (pupilId !== null) school.lessons.presence(pupilId)
  }

  async function greet(hello: Hello): Promise<void> {
    greeted = true
    if (!(await prove(hello))) return
    const skewMs = hello.deviceTime - now()
    const { result } = await services.call(
      hello.schoolId,
      'devices.greet',
      { kind: 'device', deviceId: hello.deviceId },
      { epoch: hello.epoch, agentVersion: hello.agentVersion, skewMs },
    )
    if (!result.ok) later()
    else if (socket.readyState === socket.OPEN) enter(hello, result.value, skewMs)
  }

  async function keep(frame: Extract<DeviceFrame, { type: 'queued' }>): Promise<void> {
    if (device === null) return
    const { schoolId, id, skewMs } = device
    const { epoch, events } = frame
    const credential = { kind: 'device', deviceId: id } as const
    const { result } = await services.call(schoolId, 'devices.keep', credential, { epoch, skewMs, events })
    if (result.ok) send({ type: 'kept', epoch, through: result.value.keptThrough })
    else if (result.error.code === 'not-allowed') refuse('revoked-device')
    else later()
  }

  /** One after another, in the order they came: a device's events may not overtake one another. */
  function inTurn(job: () => Promise<void>): void {
    if (++waiting > mostWaiting) return later()
    queue = queue
      .then(job)
      .catch(later)
      .finally(() => waiting--)
  }

  function receive(frame: DeviceFrame): void {
    if (frame.type === 'hello') {
      if (greeted) refuse('bad-frame')
      else inTurn(() => greet(frame))
    } else if (!greeted) refuse('bad-frame')
    else if (frame.type === 'queued') inTurn(() => keep(frame))
    else if (frame.type === 'activity' && device !== null && device.pupilId !== null) {
      hub.school(device.schoolId).lessons.report(device.pupilId, frame.activity)
    }
  }

  const helloTimer = setTimeout(() => {
    if (device === null) later()
  }, helloWithinMs)
  const alive = setInterval(() => {
    if (device !== null) send({ type: 'alive', serverTime: now() })
  }, aliveEveryMs)

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return
    const frame = isBinary ? null : readDeviceFrame(data.toString('utf8'))
    if (frame?.ok === true) receive(frame.value)
    else refuse('bad-frame')
  })
  socket.on('close', () => {
    clearTimeout(helloTimer)
    clearInterval(alive)
    if (device === null) return
    const school = hub.school(device.schoolId)
    if (school.devices.leave(device) && device.pupilId !== null) school.lessons.presence(device.pupilId)
  })
  // An oversized or broken frame: `ws` closes the socket by itself, and this keeps the server up.
  socket.on('error', () => socket.terminate())

  send({ type: 'challenge', nonce, protocol: protocolVersion })
}
