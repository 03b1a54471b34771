import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import type { Download } from '#shared/protocol/device.ts'
import { bundleFile, listsKey, signedFile } from '#test/support/list-bundles.ts'
import { connectedDevice, freshDatabase, makeWorld, settle, until } from '../device-world.ts'

beforeEach(freshDatabase)

const page = 'https://example.test/'
const asked = { url: page, kind: 'page', tabId: 1, cause: 'unasked' } as const
const screen = { tabId: 1, isTop: true, url: 'our:screen', title: null }

const lists = (version: string): ArrayBuffer =>
  signedFile(bundleFile([['example.test', ['gambling']]], { version }))
const policy = (version: number): ArrayBuffer => {
  const blocked = { site: 'example.test', effect: 'block' as const, bands: [], why: 'test' }
  const compiled = compilePolicy(
    { ...baselinePolicy, schoolName: 'Hill School', sites: [blocked] },
    'y7-y9',
    version,
  )
  return new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify(compiled)))).buffer
}
const download = (bytes: ArrayBuffer): Download => ({
  hash: createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
  bytes: bytes.byteLength,
})

async function served(answers: ReadonlyMap<string, ArrayBuffer>) {
  const world = makeWorld()
  const asks: { url: string; bearer: string }[] = []
  world.download = async (url, bearer) => {
    asks.push({ url, bearer })
    const body = answers.get(url.split('/').at(-1)?.split('?')[0] ?? '')
    return body === undefined
      ? { status: 404, retryAfterMs: null, body: null }
      : { status: 200, retryAfterMs: null, body }
  }
  const { device, socket } = await connectedDevice(world)
  const notices = () =>
    socket.sent.flatMap((frame) => (frame.type === 'events' ? frame.events : [])).map(({ body }) => body)
  return { world, device, socket, asks, notices }
}

describe('governing', () => {
  it('takes lists and policy into use, judges open tabs again, and keeps both for the next start', async () => {
    const [bytes, document] = [lists('2026-11-20'), policy(3)]
    const { world, device, socket, asks } = await served(
      new Map([
        [download(bytes).hash, bytes],
        [download(document).hash, document],
      ]),
    )
    world.tabs = [{ id: 1, url: page, title: null }]
    socket.say({ type: 'lists', listsKey, lists: download(bytes) })
    await until(() => (world.blocked.length > 0 ? true : undefined))
    expect(device.judge(asked).decision).toMatchObject({
      category: 'gambling',
      trace: expect.arrayContaining([{ from: 'lists 2026-11-20', found: 'example.test is gambling' }]),
    })
    socket.say({ type: 'policy', policy: download(document) })
    await until(() => (device.judge(asked).decision.reason === 'school-rule' ? true : undefined))
    expect(asks.at(-1)).toEqual({
      url: `http://school.test/device/policy/${download(document).hash}`,
      bearer: 'ticket',
    })
    await settle()

    const next = createDevice(makeWorld({ records: world.records }).ports)
    await next.start()
    await next.readyInTime(page)
    expect(next.judge(asked).decision.reason).toBe('school-rule')
    expect(await next.handlers['popup.describe']({}, screen)).toMatchObject({
      policyVersion: 3,
      listsVersion: 'lists 2026-11-20',
      schoolName: 'Hill School',
    })
  })

  it('does not fetch what it has', async () => {
    const bytes = lists('1')
    const { socket, asks, world } = await served(new Map([[download(bytes).hash, bytes]]))
    const before = asks.length
    socket.say({ type: 'lists', listsKey, lists: download(bytes) })
    await until(() => (world.records.values.has('lists') ? true : undefined))
    for (let time = 0; time < 3; time++) socket.say({ type: 'lists', listsKey, lists: download(bytes) })
    await settle()
    expect(asks).toHaveLength(before + 1)
  })

  it('refuses lists that are damaged or not the ones that were named, keeps the last good ones and tells ICT', async () => {
    const good = lists('1')
    const cut = lists('2').slice(0, -100)
    const other = lists('3')
    const named = download(lists('4'))
    const answers = new Map([
      [download(good).hash, good],
      [download(cut).hash, cut],
      [named.hash, other],
    ])
    const { world, device, socket, notices } = await served(answers)
    socket.say({ type: 'lists', listsKey, lists: download(good) })
    await until(() => (world.records.values.has('lists') ? true : undefined))
    for (const bad of [download(cut), named]) {
      socket.say({ type: 'lists', listsKey, lists: bad })
      await until(() =>
        notices().find((body) => body.kind === 'device.noticed' && body.notice.code === 'lists-refused'),
      )
      await device.readyInTime(page)
      expect(device.judge(asked).decision.category).toBe('gambling')
      const view = await device.handlers['popup.describe']({}, screen)
      expect(view).toMatchObject({
        listsVersion: 'lists 1',
        faults: [expect.stringContaining('not taken into use')],
      })
    }
    expect(world.records.values.get('lists')).toMatchObject({ hash: download(good).hash })
  })

  it('refuses a policy that is no policy', async () => {
    const bytes = new TextEncoder().encode('{"format":1,"actions":{}}').buffer
    const { world, device, socket, notices } = await served(new Map([[download(bytes).hash, bytes]]))
    socket.say({ type: 'policy', policy: download(bytes) })
    await until(() =>
      notices().find((body) => body.kind === 'device.noticed' && body.notice.code === 'policy-refused'),
    )
    expect(world.records.values.has('policy')).toBe(false)
    expect(device.judge(asked).decision.action).toBe('allow')
  })

  it('tries again later when the school cannot be reached', async () => {
    const bytes = lists('1')
    const answers = new Map<string, ArrayBuffer>()
    const { world, device, socket } = await served(answers)
    socket.say({ type: 'lists', listsKey, lists: download(bytes) })
    await settle()
    answers.set(download(bytes).hash, bytes)
    expect(device.judge(asked).decision.action).toBe('allow')
    await world.time.pass(5000)
    await until(() => (device.judge(asked).decision.category === 'gambling' ? true : undefined))
  })

  it('falls back to what a value begins with when it was damaged on disk', async () => {
    const records = makeWorld().records
    records.values.set('policy', { hash: 'x', policy: { format: 9 } })
    records.values.set('grants', 'none')
    records.values.set('lists', { hash: 'a'.repeat(64), file: 'a'.repeat(64), delta: null })
    const device = createDevice(makeWorld({ records }).ports)
    await device.start()
    expect(device.judge({ ...asked, url: 'https://www.bet365.com/' }).decision.action).toBe('block')
    const { faults } = await device.handlers['popup.describe']({}, screen)
    expect(faults.join()).toMatch(/damaged/)
    expect(faults.join()).toMatch(/could not be read/)
  })

  it('protects when nothing it remembers can be read at all', async () => {
    const records = {
      all: () => Promise.reject(new Error('corrupt')),
      put: () => Promise.reject(new Error('corrupt')),
    }
    const device = createDevice(makeWorld({ records: { ...makeWorld().records, ...records } }).ports)
    await device.start()
    expect(device.judge({ ...asked, url: 'https://www.bet365.com/' }).decision.action).toBe('block')
    expect((await device.handlers['popup.describe']({}, screen)).faults).toHaveLength(1)
  })
})
