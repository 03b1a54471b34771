import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrolRequest, makeDeviceKey, postEnrolment } from '#test/support/fake-device.ts'
import { makeSchool } from '#test/support/makers/school.ts'
import { type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
beforeAll(async () => {
  running = await runServer((dataDir) => makeSchool(dataDir, 'second'))
})
afterAll(() => running.stop())

const key = makeDeviceKey()
const otherKey = makeDeviceKey()
const right = () => enrolRequest(makeDeviceKey(), {})
const notOnTheCurve = { ...key.publicKey, x: 'A'.repeat(43) }
const day = 86_400_000

const forged: readonly (readonly [string, () => unknown])[] = [
  ['a token that is wrong', () => enrolRequest(key, { enrolmentToken: 'guess' })],
  ['a token that is empty', () => enrolRequest(key, { enrolmentToken: '' })],
  ['a token that has expired', () => enrolRequest(key, { enrolmentToken: 'expired' })],
  ['a token that was revoked', () => enrolRequest(key, { enrolmentToken: 'revoked' })],
  ['no signature', () => ({ ...right(), signature: undefined })],
  ['a signature of nothing', () => ({ ...right(), signature: 'A'.repeat(86) })],
  ['a signature by another key', () => ({ ...right(), publicKey: otherKey.publicKey })],
  ['a pupil put in after signing', () => ({ ...right(), pupilIdentity: 'ada@pupils.test' })],
  ['a school put in after signing', () => ({ ...right(), schoolId: 'second' })],
  ['a school that is not here', () => enrolRequest(key, { schoolId: 'elsewhere' })],
  ['a school that is a path', () => enrolRequest(key, { schoolId: '../made' })],
  ['a time put in after signing', () => ({ ...right(), sentAt: Date.now() - 60_000 })],
  ['a time a month out', () => enrolRequest(key, { sentAt: Date.now() + 31 * day })],
  ['a key that is no point on the curve', () => enrolRequest({ ...key, publicKey: notOnTheCurve }, {})],
  ['another protocol', () => enrolRequest(key, { protocol: 2 })],
  ['an extra field', () => ({ ...right(), role: 'ict' })],
  ['no object', () => []],
]

describe('an enrolment is refused with', () => {
  test.each(forged)('%s', async (_, forge) => {
    const response = await postEnrolment(running.origin, forge())
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(await response.json()).toMatchObject({ code: expect.any(String), requestId: expect.any(String) })
  })

  test('and none of them has become a device', async () => {
    expect((await running.as('ict')('GET', '/devices')).body).toEqual([])
  })
})

test('the same key is the same device, and a clock two days out does not matter', async () => {
  const own = makeDeviceKey()
  const first = await (
    await postEnrolment(running.origin, enrolRequest(own, { sentAt: Date.now() - 2 * day }))
  ).json()
  const again = enrolRequest(own, { pupilIdentity: 'ada@pupils.test' })
  expect(await (await postEnrolment(running.origin, again)).json()).toMatchObject({
    deviceId: first.deviceId,
  })
  const rows = (await running.as('ict')('GET', '/devices')).body
  expect(rows).toMatchObject([{ id: first.deviceId, pupil: { id: 'ada' } }])
})
