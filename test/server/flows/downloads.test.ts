import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool } from '#server/db/open.ts'
import { schoolFolder } from '#server/db/school-file.ts'
import { makeTicket, ticketMs } from '#server/services/devices/ticket.ts'
import { installLists } from '#server/services/lists/install.ts'
import { parseJson } from '#shared/base/parse.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { CompiledPolicy } from '#shared/domain/policy.ts'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { makeSchool } from '#test/support/makers/school.ts'
import { type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
let device: Awaited<ReturnType<typeof connectDevice>>
let installs: boolean[] = []
let welcome: Awaited<ReturnType<typeof device.welcome>>
beforeAll(async () => {
  running = await runServer(async (dataDir) => {
    await makeSchool(dataDir, 'second')
    const database = await openSchool({ dataDir, schoolId: 'made' })
    const bytes = new Uint8Array(starterBundle())
    const folder = schoolFolder(dataDir, 'made')
    const installed = await installLists(database, folder, bytes, Date.now())
    const broken = await installLists(database, folder, bytes.slice(0, 200), Date.now())
    installs = [installed.ok, broken.ok]
    await database.close()
  })
  device = await connectDevice(running.origin, await enrolDevice(running.origin, 'ada@pupils.test'))
  welcome = await device.welcome()
})
afterAll(() => running.stop())

const get = (path: string, ticket = welcome.ticket, headers = {}) =>
  fetch(running.origin + path, { headers: { authorization: `Bearer ${ticket}`, ...headers } })
const sha256 = (bytes: ArrayBuffer): string =>
  createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

test('the policy of the pupil’s band comes under its own hash', async () => {
  const response = await get(`/device/policy/${welcome.policy.hash}`)
  const bytes = await response.arrayBuffer()
  expect([sha256(bytes), bytes.byteLength]).toEqual([welcome.policy.hash, welcome.policy.bytes])
  const policy = parseJson(CompiledPolicy, new TextDecoder().decode(bytes))
  expect(policy).toMatchObject({ ok: true, value: { band: 'y7-y9', schoolName: 'School made', version: 1 } })
  expect(response.headers.get('cache-control')).toContain('immutable')
})

test('lists that do not open are refused, and the good ones stay', () => {
  expect(installs).toEqual([true, false])
})

test('the lists come whole, and not again when the device has them', async () => {
  const hash = welcome.lists?.hash ?? ''
  for (const _ of ['from the database', 'from memory']) {
    const bytes = await (await get(`/device/lists/${hash}`)).arrayBuffer()
    expect([sha256(bytes), openBundle(bytes).ok]).toEqual([hash, true])
  }
  const again = await get(`/device/lists/${hash}`, welcome.ticket, { 'if-none-match': `"${hash}"` })
  expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
})

test.each([
  ['none', () => ''],
  ['a forged one', () => `${welcome.ticket.slice(0, -2)}xx`],
  ['one for another device', () => welcome.ticket.replace(/^made\.[^.]+/, 'made.other')],
  ['one for another school', () => welcome.ticket.replace(/^made/, 'second')],
  ['an old one', () => makeTicket('made', 'x', Date.now() - ticketMs - 1)],
])('a ticket is needed: %s is refused', async (_, ticket) => {
  for (const path of [`/device/policy/${welcome.policy.hash}`, `/device/lists/${welcome.lists?.hash}`]) {
    expect((await get(path, ticket())).status).toBe(401)
  }
})

test('a hash that names nothing is not found, and one that is no hash neither', async () => {
  for (const hash of ['0'.repeat(64), 'x', '..%2f..%2fschool.db']) {
    expect((await get(`/device/lists/${hash}`)).status).toBe(404)
    expect((await get(`/device/policy/${hash}`)).status).toBe(404)
  }
})

test('a revoked device gets nothing, not even with a ticket that is still good', async () => {
  const enrolled = await enrolDevice(running.origin, 'ben@pupils.test')
  const other = await connectDevice(running.origin, enrolled)
  const { ticket, lists } = await other.welcome()
  await running.as('ict')('POST', `/devices/${enrolled.id}/revoke`)
  expect((await get(`/device/lists/${lists?.hash}`, ticket)).status).toBe(403)
})
