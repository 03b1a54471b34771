import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectDevice, enrolDevice, makeDeviceKey } from '#test/support/fake-device.ts'
import { makeFlag } from '#test/support/makers/device-event.ts'
import { makeSchool } from '#test/support/makers/school.ts'
import { type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
beforeAll(async () => {
  running = await runServer((dataDir) => makeSchool(dataDir, 'second'))
})
afterAll(() => running.stop())

describe('a device that proves its key', () => {
  test('is told who uses it, its policy and where its events stand', async () => {
    const device = await connectDevice(running.origin, await enrolDevice(running.origin, 'ADA@pupils.test'))
    const welcome = await device.welcome()
    expect(welcome.user).toMatchObject({ pupilId: 'ada', name: 'Ada', year: 8, band: 'y7-y9' })
    expect(welcome.user.adults[0]).toEqual({ id: 'tutor', name: 'Staff tutor', role: 'Form tutor' })
    expect(welcome.user.adults[1]?.id).toBe('head-of-8')
    expect(welcome.user.adults.map((adult) => adult.id)).not.toContain('ict')
    expect(welcome).toMatchObject({ keptThrough: 0, lesson: null, commands: [], receipts: [] })
    await device.close()
  })

  test('takes the place of its own older socket', async () => {
    const enrolled = await enrolDevice(running.origin, 'ben@pupils.test')
    const older = await connectDevice(running.origin, enrolled)
    await older.welcome()
    const newer = await connectDevice(running.origin, enrolled)
    await newer.welcome()
    expect(await older.next('refused')).toMatchObject({ reason: 'try-later' })
    await older.closed
    expect(await newer.keep(makeFlag(1))).toMatchObject({ through: 1 })
    await newer.close()
  })
})

describe('a device is sent away, and told why, when', () => {
  const refusals = [
    ['it is unknown', { deviceId: 'nobody' }, 'unknown-device'],
    ['the school is unknown', { schoolId: 'elsewhere' }, 'unknown-school'],
    ['it belongs to another school here', { schoolId: 'second' }, 'unknown-device'],
    ['another key has signed', { key: makeDeviceKey() }, 'bad-proof'],
    ['an old challenge was signed', { nonce: 'yesterday' }, 'bad-proof'],
    ['it speaks an older protocol', { protocol: 0 }, 'device-too-old'],
    ['it speaks a newer protocol', { protocol: 99 }, 'server-too-old'],
  ] as const
  test.each(refusals)('%s', async (_, change, reason) => {
    const device = await connectDevice(running.origin, await enrolDevice(running.origin, null), change)
    await device.hello()
    expect(await device.next('refused')).toMatchObject({ reason })
    await device.closed
  })

  const badFrames = [
    ['no JSON', '{'],
    ['an unknown type', { type: 'own-the-school' }],
    ['events before hello', { type: 'events', epoch: 'e', events: [{ seq: 1 }] }],
    ['an array', []],
    ['deep nesting', '['.repeat(50_000)],
    ['a prototype trick', '{"__proto__":{"type":"hello"}}'],
  ] as const
  test.each(badFrames)('its frame is %s', async (_, frame) => {
    const device = await connectDevice(running.origin, await enrolDevice(running.origin, null))
    await device.next('challenge')
    device.send(frame)
    expect(await device.next('refused')).toMatchObject({ reason: 'bad-frame' })
    await device.closed
  })

  test('its frame is larger than allowed', async () => {
    const device = await connectDevice(running.origin, await enrolDevice(running.origin, null))
    await device.welcome()
    device.send('x'.repeat(300 * 1024))
    expect(await device.closed).toBe(1009)
  })

  test('it says hello twice', async () => {
    const device = await connectDevice(running.origin, await enrolDevice(running.origin, null))
    const welcome = device.welcome()
    await welcome
    device.send({ type: 'hello' })
    expect(await device.next('refused')).toMatchObject({ reason: 'bad-frame' })
  })

  test('ICT revokes it: at once, and for good', async () => {
    const enrolled = await enrolDevice(running.origin, 'cai@pupils.test')
    const device = await connectDevice(running.origin, enrolled)
    await device.welcome()
    const ict = running.as('ict')
    expect((await ict('POST', `/devices/${enrolled.id}/revoke`)).body).toMatchObject({ id: enrolled.id })
    expect(await device.next('refused')).toMatchObject({ reason: 'revoked-device' })
    await device.closed
    const again = await connectDevice(running.origin, enrolled)
    await again.hello()
    expect(await again.next('refused')).toMatchObject({ reason: 'revoked-device' })
    const row = (await ict('GET', '/devices')).body.find((each: { id: string }) => each.id === enrolled.id)
    expect(row).toMatchObject({ connected: false, revokedAt: expect.any(Number) })
  })
})

test('the server is up after all of that', async () => {
  expect((await fetch(`${running.origin}/readyz`)).status).toBe(200)
})
