import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import * as v from 'valibot'
import { WebSocket } from 'ws'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import { deviceSocketPath, ServerSentToDevice } from '#shared/protocol/device.ts'
import { DevicePublicKey, type EnrolRequest, enrolmentText, helloText } from '#shared/protocol/enrolment.ts'
import { protocolVersion } from '#shared/protocol/version.ts'
import { createInbox } from './inbox.ts'

/** A device's key, in memory. */
export function makeDeviceKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { privateKey, publicKey: v.parse(DevicePublicKey, publicKey.export({ format: 'jwk' })) }
}

const signed = (privateKey: KeyObject, text: string): string =>
  sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')

type Key = ReturnType<typeof makeDeviceKey>

/** An enrolment that is right, unless `change` makes it wrong after it was signed or `before` before. */
export function enrolRequest(key: Key, before: Partial<EnrolRequest>): EnrolRequest {
  const request = {
    protocol: protocolVersion,
    schoolId: 'made',
    enrolmentToken: 'the-school-enrolment-token',
    publicKey: key.publicKey,
    sentAt: Date.now(),
    pupilIdentity: null,
    platform: 'test',
    ...before,
  }
  return { ...request, signature: before.signature ?? signed(key.privateKey, enrolmentText(request)) }
}

/** Sends an enrolment, or anything else, to the server. */
export const postEnrolment = (origin: string, body: unknown): Promise<Response> =>
  fetch(`${origin}/device/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

export interface FakeDevice {
  readonly key: Key
  readonly id: string
  readonly schoolId: string
}

/** Enrols a device for a pupil (an address) or for nobody. */
export async function enrolDevice(
  origin: string,
  pupilIdentity: string | null,
  schoolId = 'made',
): Promise<FakeDevice> {
  const key = makeDeviceKey()
  const response = await postEnrolment(origin, enrolRequest(key, { schoolId, pupilIdentity }))
  if (!response.ok) throw new Error(`enrolment failed: ${await response.text()}`)
  const { deviceId } = v.parse(v.object({ deviceId: v.string() }), await response.json())
  return { key, id: deviceId, schoolId }
}

/** What a hello says; anything in it can be made wrong. */
export interface HelloChange {
  readonly schoolId?: string
  readonly deviceId?: string
  readonly protocol?: number
  readonly epoch?: string
  readonly deviceTime?: number
  readonly nonce?: string
  readonly key?: Key
}

/** A device's socket that speaks the real protocol. */
export async function connectDevice(origin: string, device: FakeDevice, change: HelloChange = {}) {
  const socket = new WebSocket(origin.replace('http', 'ws') + deviceSocketPath, { perMessageDeflate: false })
  const inbox = createInbox(socket, ServerSentToDevice)
  const epoch = change.epoch ?? randomUUID()
  let seq = 0
  const send = (frame: unknown): void =>
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  const number = (bodies: readonly DeviceEventBody[]) =>
    bodies.map((body) => ({ seq: ++seq, at: change.deviceTime ?? Date.now(), body }))

  async function hello(): Promise<void> {
    const challenge = await inbox.next('challenge')
    const named = { schoolId: change.schoolId ?? device.schoolId, deviceId: change.deviceId ?? device.id }
    const text = helloText({ ...named, nonce: change.nonce ?? challenge.nonce })
    send({
      type: 'hello',
      protocol: change.protocol ?? protocolVersion,
      ...named,
      signature: signed((change.key ?? device.key).privateKey, text),
      epoch,
      keptThrough: 0,
      agentVersion: '0.0.1',
      policyHash: null,
      listsHash: null,
      deviceTime: change.deviceTime ?? Date.now(),
    })
  }

  return {
    ...inbox,
    socket,
    epoch,
    send,
    hello,
    number,
    /** Says hello and waits to be let in. */
    async welcome() {
      await hello()
      return inbox.next('welcome')
    },
    /** Sends events and waits until they are kept. */
    async keep(...bodies: DeviceEventBody[]) {
      send({ type: 'events', epoch, events: number(bodies) })
      return inbox.next('kept')
    },
    close(): Promise<unknown> {
      socket.close()
      return inbox.closed
    },
  }
}
