import { beforeEach, describe, expect, it } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import { aliveEveryMs, type DeviceSent } from '#shared/protocol/device.ts'
import { helloText } from '#shared/protocol/enrolment.ts'
import {
  freshDatabase,
  connectedDevice,
  makeWorld,
  school,
  schoolMorning,
  settle,
  until,
  welcome,
} from '../device-world.ts'

beforeEach(freshDatabase)

const eventsIn = (sent: readonly DeviceSent[]) =>
  sent.flatMap((frame) => (frame.type === 'events' ? frame.events : []))
const child = { tabId: 1, isTop: true, url: 'our:screen', title: null }
const report = { kind: 'accident', words: '', adult: 'safeguarding-team', url: null } as const

describe('the link', () => {
  it('enrols, then proves who it is with its own key', async () => {
    const world = makeWorld()
    const { socket } = await connectedDevice(world)
    expect(socket.url).toBe('ws://school.test/device/live')
    const hello = socket.sent.find((frame) => frame.type === 'hello')
    expect(hello).toMatchObject({ schoolId: 'school', deviceId: 'd1', keptThrough: 0, policyHash: null })
    const key = world.records.values.get('key') as CryptoKeyPair
    const text = new TextEncoder().encode(helloText({ schoolId: 'school', deviceId: 'd1', nonce: 'n1' }))
    const signature = Uint8Array.from(Buffer.from(hello?.signature ?? '', 'base64url'))
    expect(
      await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key.publicKey, signature, text),
    ).toBe(true)
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow()
  })

  it('sends what is filed, and calls it sent only when the school has it on disk', async () => {
    const world = makeWorld()
    const { device, socket } = await connectedDevice(world)
    const filing = device.handlers['report.file'](report, child)
    const frame = await until(() => socket.sent.find(({ type }) => type === 'events'))
    const { epoch, events } = frame as Extract<DeviceSent, { type: 'events' }>
    expect(events).toMatchObject([{ seq: 1, body: { kind: 'report.filed' } }])
    socket.say({ type: 'kept', epoch, through: 1 })
    expect((await filing).state).toBe('sent')
  })

  it('says "stored" when the school does not answer in time, and sends it again over the next connection', async () => {
    const world = makeWorld()
    const { device, socket } = await connectedDevice(world)
    const filing = device.handlers['report.file'](report, child)
    await until(() => socket.sent.find(({ type }) => type === 'events'))
    await world.time.pass(1500)
    expect((await filing).state).toBe('stored')
    socket.drop()
    await world.time.pass(1000)
    const next = await until(() => world.sockets[1])
    next.say({ type: 'challenge', nonce: 'n2', protocol: 1 })
    await until(() => next.sent.find(({ type }) => type === 'hello'))
    next.say(welcome())
    await until(() => next.sent.find(({ type }) => type === 'events'))
    expect(eventsIn(next.sent)).toEqual(eventsIn(socket.sent))
  })

  it('reconnects after silence of three heartbeats, but not while they come', async () => {
    const world = makeWorld()
    const { socket } = await connectedDevice(world)
    for (let beat = 0; beat < 6; beat++) {
      await world.time.pass(aliveEveryMs)
      socket.say({ type: 'alive', serverTime: world.time.now })
    }
    await settle()
    expect(world.sockets).toHaveLength(1)
    expect(socket.sent.filter(({ type }) => type === 'alive')).toHaveLength(6)
    await world.time.pass(3 * aliveEveryMs + 30_000)
    expect(world.sockets.length).toBeGreaterThan(1)
    expect(socket.isOpen()).toBe(false)
  })

  it('waits as long as the school asks', async () => {
    const world = makeWorld()
    const { socket } = await connectedDevice(world)
    socket.say({ type: 'refused', reason: 'try-later', retryAfterMs: 60_000 })
    await world.time.pass(59_000)
    expect(world.sockets).toHaveLength(1)
    await world.time.pass(31_000)
    expect(world.sockets).toHaveLength(2)
  })

  it('stays away when its place was taken from it, and says so', async () => {
    const world = makeWorld()
    const { device, socket } = await connectedDevice(world)
    socket.say({ type: 'refused', reason: 'revoked-device', retryAfterMs: null })
    await world.time.pass(120_000)
    device.tick()
    expect(world.sockets).toHaveLength(1)
    const view = await device.handlers['popup.describe']({}, child)
    expect(view).toMatchObject({ state: 'refused', faults: [expect.stringContaining('revoked')] })
  })

  it('passes over frames that are damaged or too new', async () => {
    const world = makeWorld()
    const { device, socket } = await connectedDevice(world)
    for (const text of ['', '{', '[]', '{"type":"welcome"}', '{"type":"dance"}', `"${'x'.repeat(100_000)}"`])
      socket.sayText(text)
    await settle()
    expect(world.sockets).toHaveLength(1)
    expect((await device.handlers['popup.describe']({}, child)).state).toBe('protected')
  })

  it('tells ICT of a clock that is two days off, and goes by the school’s', async () => {
    const world = makeWorld()
    world.time.now = schoolMorning - 2 * 86_400_000
    const skewed = createDevice({
      ...world.ports,
      managed: { read: async () => school, changed: () => undefined },
    })
    world.post = async () => ({
      status: 200,
      retryAfterMs: null,
      body: JSON.stringify({ deviceId: 'd1', serverTime: schoolMorning }),
    })
    await skewed.start()
    const socket = await until(() => world.sockets[0])
    socket.say({ type: 'challenge', nonce: 'n', protocol: 1 })
    const hello = await until(() => socket.sent.find((frame) => frame.type === 'hello'))
    expect(Math.abs(hello.deviceTime - schoolMorning)).toBeLessThan(60_000)
    socket.say(welcome({ serverTime: schoolMorning }))
    const event = await until(() => eventsIn(socket.sent).find(({ body }) => body.kind === 'device.noticed'))
    expect(event.body).toMatchObject({
      notice: { code: 'clock-skewed', detail: expect.stringContaining('2880 minutes') },
    })
    expect(Math.abs(event.at - schoolMorning)).toBeLessThan(60_000)
  })

  it('tries again with jitter when the school does not take its enrolment, and says why', async () => {
    const world = makeWorld()
    let tries = 0
    world.post = async () => {
      tries += 1
      return { status: 403, retryAfterMs: null, body: '{}' }
    }
    const device = createDevice({
      ...world.ports,
      managed: { read: async () => school, changed: () => undefined },
    })
    await device.start()
    await until(() => (tries === 1 ? true : undefined))
    await settle()
    expect((await device.handlers['popup.describe']({}, child)).faults).toEqual([
      expect.stringContaining('enrolment token'),
    ])
    for (let turn = 0; turn < 40; turn++) {
      await world.time.pass(15_000)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    expect(tries).toBeGreaterThan(2)
    expect(tries).toBeLessThan(20)
  })
})
