import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import type { Device, ListStore } from '#extension/background/ports.ts'
import { createListStore } from '#extension/platform/list-store.ts'
import { writeDelta } from '#shared/classify/url/bundle-delta.ts'
import { bundleFile, listsKey, signedFile } from '#test/support/list-bundles.ts'
import { connectedDevice, freshDatabase, makeWorld, school, until } from '../device-world.ts'

beforeEach(freshDatabase)

const hashOf = (bytes: ArrayBuffer): string =>
  createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
const named = (bytes: ArrayBuffer) => ({ hash: hashOf(bytes), bytes: bytes.byteLength })

/** Enough hosts for many pages. */
const crowdHosts = Array.from({ length: 40_000 }, (_, index) => `h${index}.site${index % 9000}.test`)
const crowd = crowdHosts.map((host) => [host, ['games']] as const)
const first = signedFile(bundleFile([...crowd, ['old.test', ['gambling']]], { version: '1' }))
const second = signedFile(bundleFile([...crowd, ['new.test', ['gambling']]], { version: '2' }))
const between = (): ArrayBuffer => {
  const delta = writeDelta(first, second)
  if (!delta.ok) throw new Error(delta.error)
  return signedFile(delta.value.file)
}

/** A school that serves files by what stands behind `/device/lists/`. */
async function atSchool(files: Record<string, ArrayBuffer>, listStore: ListStore = createListStore()) {
  const world = makeWorld({ listStore })
  const asked: string[] = []
  world.download = async (url) => {
    const path = url.split('/device/lists/')[1]
    const body = path === undefined ? undefined : files[path]
    if (path !== undefined) asked.push(path)
    return { status: body === undefined ? 404 : 200, retryAfterMs: null, body: body ?? null }
  }
  const { device, socket } = await connectedDevice(world)
  const say = (bytes: ArrayBuffer, key = listsKey): void =>
    socket.say({ type: 'lists', listsKey: key, lists: named(bytes) })
  return { world, device, asked, say, socket }
}

async function actionFor(device: Device, host: string): Promise<string> {
  const url = `https://${host}/`
  await device.readyInTime(url)
  return device.judge({ url, kind: 'page', tabId: 1, cause: 'unasked' }).decision.action
}
const viewOf = (device: Device) =>
  device.handlers['popup.describe']({}, { tabId: 1, isTop: true, url: 'our:screen', title: null })
const inUse = (device: Device, version: string) =>
  until(() => viewOf(device).then(({ listsVersion }) => (listsVersion === version ? true : undefined)))

/** A store that tells how much was read of it. */
function counted(): { store: ListStore; read: () => number } {
  const inner = createListStore()
  let bytes = 0
  const read: ListStore['read'] = async (name, from, to) => {
    const found = await inner.read(name, from, to)
    bytes += found.bytes.length
    return found
  }
  return { store: { ...inner, read }, read: () => bytes }
}

describe('the school’s lists', () => {
  it('come as a delta over those that are here, and both are read again by the next worker', async () => {
    const delta = between()
    const files = { [hashOf(first)]: first, [`${hashOf(second)}?from=${hashOf(first)}`]: delta }
    const { world, device, asked, say } = await atSchool(files)
    say(first)
    await inUse(device, 'lists 1')
    expect([await actionFor(device, 'old.test'), await actionFor(device, 'new.test')]).toEqual([
      'block',
      'allow',
    ])
    say(second)
    await inUse(device, 'lists 2')
    expect(asked).toEqual(Object.keys(files))
    expect([await actionFor(device, 'old.test'), await actionFor(device, 'new.test')]).toEqual([
      'allow',
      'block',
    ])
    const next = createDevice(makeWorld({ records: world.records }).ports)
    await next.start()
    expect([await actionFor(next, 'old.test'), await actionFor(next, 'new.test')]).toEqual(['allow', 'block'])
    expect(await actionFor(next, 'www.h7.site7.test')).not.toBe('allow')
    expect((await viewOf(next)).faults).toEqual([])
  })

  it('come whole when the delta is damaged', async () => {
    const delta = new Uint8Array(between())
    delta[delta.length - 9] = (delta[delta.length - 9] ?? 0) ^ 4
    const files = {
      [hashOf(first)]: first,
      [`${hashOf(second)}?from=${hashOf(first)}`]: delta.buffer,
      [hashOf(second)]: second,
    }
    const { device, asked, say } = await atSchool(files)
    say(first)
    await inUse(device, 'lists 1')
    say(second)
    await inUse(device, 'lists 2')
    expect(asked).toEqual(Object.keys(files))
    expect((await viewOf(device)).faults).toEqual([])
  })

  it('come whole when the delta leads to others than the school’s', async () => {
    const third = signedFile(bundleFile([...crowd, ['third.test', ['gambling']]], { version: '3' }))
    const files = {
      [hashOf(first)]: first,
      [`${hashOf(third)}?from=${hashOf(first)}`]: between(),
      [hashOf(third)]: third,
    }
    const { device, asked, say } = await atSchool(files)
    say(first)
    await inUse(device, 'lists 1')
    say(third)
    await inUse(device, 'lists 3')
    expect(asked).toEqual(Object.keys(files))
  })

  it.each([
    ['nobody has signed', bundleFile([['old.test', ['gambling']]]), 'nobody has signed'],
    ['somebody else has signed', changedAt(first, 165), 'somebody else'],
    ['are signed wrongly', changedAt(first, 200), 'not genuine'],
    ['are damaged in their head', changedAt(first, 700), 'damaged'],
    ['are damaged in a page', changedAt(first, first.byteLength - 40), 'damaged'],
  ])('that %s are refused, and the last good ones stay', async (_, bad, why) => {
    const { device, say } = await atSchool({
      [hashOf(second)]: second,
      [hashOf(bad)]: bad,
      [`${hashOf(bad)}?from=${hashOf(second)}`]: bad,
    })
    say(second)
    await inUse(device, 'lists 2')
    say(bad)
    const faults = await until(() =>
      viewOf(device).then((view) => (view.faults.length > 0 ? view.faults : undefined)),
    )
    expect(faults.join()).toContain(why)
    expect(await actionFor(device, 'new.test')).toBe('block')
  })

  it('are trusted by the first key that a device was told', async () => {
    const { device, say } = await atSchool({ [hashOf(second)]: second })
    say(second, 'a'.repeat(64))
    await until(() =>
      viewOf(device).then(({ faults }) => (faults.join().includes('somebody else') ? true : undefined)),
    )
    say(second)
    await until(() =>
      viewOf(device).then(({ faults }) => (faults.join().includes('another key') ? true : undefined)),
    )
    expect(await actionFor(device, 'new.test')).toBe('allow')
  })

  it('cost a woken worker their head and one page for a site', async () => {
    const { world, device, say } = await atSchool({ [hashOf(first)]: first })
    say(first)
    await inUse(device, 'lists 1')
    const { store, read } = counted()
    const woken = createDevice(makeWorld({ records: world.records, listStore: store }).ports)
    await woken.start()
    const atStart = read()
    expect(await actionFor(woken, 'www.old.test')).toBe('block')
    expect(atStart).toBeLessThan(50_000)
    expect(read() - atStart).toBeLessThan(13_000)
    const before = read()
    expect(await actionFor(woken, 'a.b.c.old.test')).toBe('block')
    expect(read()).toBe(before)
  })

  it('keep no address waiting for the pages of another', async () => {
    const { world, device, say } = await atSchool({ [hashOf(first)]: first })
    say(first)
    await inUse(device, 'lists 1')
    const inner = createListStore()
    let isStuck = false
    const read: ListStore['read'] = (...asked) =>
      isStuck ? new Promise(() => undefined) : inner.read(...asked)
    const woken = createDevice(makeWorld({ records: world.records, listStore: { ...inner, read } }).ports)
    await woken.start()
    expect(await actionFor(woken, 'old.test')).toBe('block')
    isStuck = true
    const others = crowdHosts.slice(0, 400).map((host) => `https://${host}/`)
    expect(others.filter((url) => !woken.isReady(url)).length).toBeGreaterThan(0)
    const url = 'https://www.old.test/again'
    expect(woken.isReady(url)).toBe(true)
    expect(woken.judge({ url, kind: 'page', tabId: 1, cause: 'unasked' }).decision.category).toBe('gambling')
  })

  it('stay when reading fails once, and the address is judged by them', async () => {
    const { world, device, say } = await atSchool({ [hashOf(first)]: first })
    say(first)
    await inUse(device, 'lists 1')
    const inner = createListStore()
    let failures = 0
    const read: ListStore['read'] = (name, from, to) =>
      from > 0 && failures++ === 0 ? Promise.reject(new Error('busy')) : inner.read(name, from, to)
    const woken = createDevice(makeWorld({ records: world.records, listStore: { ...inner, read } }).ports)
    await woken.start()
    expect(await actionFor(woken, 'old.test')).toBe('block')
    expect(failures).toBeGreaterThan(1)
    expect(world.records.values.get('lists')).not.toBeNull()
  })

  it('are fetched again when they could not be stored', async () => {
    const inner = createListStore()
    let failures = 0
    const put: ListStore['put'] = (...file) =>
      failures++ === 0 ? Promise.reject(new Error('full')) : inner.put(...file)
    const { world, device, say, asked } = await atSchool({ [hashOf(first)]: first }, { ...inner, put })
    say(first)
    await until(() => (failures === 1 ? true : undefined))
    await world.time.pass(60_000)
    await inUse(device, 'lists 1')
    expect(asked).toHaveLength(2)
  })

  it('that go bad on the disk are given up for the packaged ones, and fetched anew', async () => {
    const { world, device, say } = await atSchool({ [hashOf(first)]: first })
    say(first)
    await inUse(device, 'lists 1')
    await createListStore().put(hashOf(first), spoilt(first))
    const woken = createDevice({
      ...makeWorld({ records: world.records }).ports,
      managed: { read: async () => school, changed: () => undefined },
    })
    await woken.start()
    expect(await actionFor(woken, 'old.test')).toBe('allow')
    expect(await actionFor(woken, 'www.bet365.com')).toBe('block')
    expect((await viewOf(woken)).faults.join()).toContain('damaged')
    expect(world.records.values.get('lists')).toBeNull()
  })
})

function changedAt(file: ArrayBuffer, at: number): ArrayBuffer {
  const copy = new Uint8Array(file).slice()
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy.buffer
}

/** Every page with a bit turned over, and the head as it was. */
function spoilt(file: ArrayBuffer): ArrayBuffer {
  const copy = new Uint8Array(file).slice()
  const head = new DataView(file).getUint32(12, true)
  for (let at = head + 100; at < copy.length; at += 1000) copy[at] = (copy[at] ?? 0) ^ 1
  return copy.buffer
}
