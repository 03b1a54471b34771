import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signatureProblem } from '#extension/background/list-file.ts'
import { readHead } from '#shared/classify/url/bundle-head.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { bundleFile } from '#test/support/list-bundles.ts'
import { bundleWithNames } from '#test/support/list-names.ts'
import { makeAnother, putFile, type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
let device: Awaited<ReturnType<typeof connectDevice>>
let welcome: Awaited<ReturnType<typeof device.welcome>>
let otherIct = ''

beforeAll(async () => {
  running = await runServer(async (dataDir) => void (otherIct = await makeAnother(dataDir)))
  device = await connectDevice(running.origin, await enrolDevice(running.origin, 'ada@pupils.test'))
  welcome = await device.welcome()
})
afterAll(() => running.stop())

const install = (cookie: string, bytes: Uint8Array<ArrayBuffer>, path = '/lists') =>
  putFile(running.origin, cookie, path, bytes)
const download = (path: string) =>
  fetch(running.origin + path, { headers: { authorization: `Bearer ${welcome.ticket}` } })

describe('a policy', () => {
  it('reaches the devices of each band as soon as it is published', async () => {
    const policy = { ...baselinePolicy, schoolName: 'Renamed School' }
    const published = await running.as('dsl')('PUT', '/policy', { policy, basedOn: 1 })
    expect([published.status, published.body.version]).toEqual([200, 2])
    const { policy: news } = await device.next('policy')
    expect(news.hash).not.toBe(welcome.policy.hash)
    const document = await (await download(`/device/policy/${news.hash}`)).json()
    expect(document).toMatchObject({ version: 2, band: 'y7-y9', schoolName: 'Renamed School' })
  })

  it('is not published over one that came in between', async () => {
    const late = await running.as('lead')('PUT', '/policy', { policy: baselinePolicy, basedOn: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'conflict'])
    expect((await running.as('ict')('GET', '/policy')).body.policy.schoolName).toBe('Renamed School')
  })

  it('that makes no sense changes nothing', async () => {
    const policy = { ...baselinePolicy, sites: [{ site: 'not a site', effect: 'open' }] }
    expect((await running.as('dsl')('PUT', '/policy', { policy, basedOn: 2 })).status).toBe(400)
    expect((await running.as('ict')('GET', '/policy')).body.version).toBe(2)
  })
})

const problemOf = async (file: ArrayBuffer, listsKey: string): Promise<string | null> => {
  const head = readHead(file, file.byteLength)
  return head.ok ? signatureProblem(head.value, listsKey, crypto.subtle) : head.error
}

const bodyOf = async (path: string): Promise<ArrayBuffer | null> => {
  const response = await download(path)
  return response.ok ? response.arrayBuffer() : null
}

describe('a list bundle', () => {
  const bytes = new Uint8Array(starterBundle())
  let hash = ''

  it('is taken from ICT alone, and devices are told at once', async () => {
    expect((await install(running.cookieOf('dsl'), bytes)).status).toBe(403)
    const taken = await install(running.cookieOf('ict'), bytes)
    hash = String(taken.body.hash)
    expect([taken.status, taken.body]).toEqual([200, { hash, version: 'starter 2', bytes: bytes.byteLength }])
    const told = await device.next('lists')
    expect(told.lists).toEqual({ hash, bytes: bytes.byteLength })
    const file = await (await download(`/device/lists/${hash}`)).arrayBuffer()
    expect(createHash('sha256').update(new Uint8Array(file)).digest('hex')).toBe(hash)
    expect(await problemOf(file, told.listsKey)).toBeNull()
    expect(await problemOf(file, '0'.repeat(64))).toContain('somebody else')
  })

  it('comes as a delta to a device that holds an older one, signed by the same key', async () => {
    const crowd = Array.from({ length: 3000 }, (_, index) => [`h${index}.test`, ['games']] as const)
    const ict = running.cookieOf('ict')
    const older = await install(ict, new Uint8Array(bundleFile(crowd)))
    await device.next('lists')
    const newer = await install(ict, new Uint8Array(bundleFile([...crowd, ['new.test', ['drugs']]])))
    const { lists, listsKey } = await device.next('lists')
    expect(lists.hash).toBe(newer.body.hash)
    const [base, delta, whole] = await Promise.all([
      bodyOf(`/device/lists/${older.body.hash}`),
      bodyOf(`/device/lists/${lists.hash}?from=${older.body.hash}`),
      bodyOf(`/device/lists/${lists.hash}?from=${'0'.repeat(64)}`),
    ])
    hash = lists.hash
    expect(base).toBeNull()
    expect(
      createHash('sha256')
        .update(new Uint8Array(whole ?? new ArrayBuffer(0)))
        .digest('hex'),
    ).toBe(hash)
    expect(delta?.byteLength).toBeLessThan(lists.bytes / 4)
    expect(await problemOf(delta ?? new ArrayBuffer(0), listsKey)).toBeNull()
  })

  it('that devices would refuse is refused here, with the reason', async () => {
    const page = new TextEncoder().encode('<!doctype html><title>This is no list</title>')
    for (const broken of [bytes.slice(0, 500), new Uint8Array(0), page]) {
      const { status, body } = await install(running.cookieOf('ict'), broken)
      expect([status, body.code]).toEqual([400, 'invalid'])
      expect(body.message).toContain('list bundle')
    }
    expect((await download(`/device/lists/${hash}`)).status).toBe(200)
  })

  it('of another school is none of ours', async () => {
    expect((await install(otherIct, bytes)).status).toBe(200)
    await running.as('dsl')('PUT', '/policy', { policy: baselinePolicy, basedOn: 2 })
    await device.next('policy')
    expect(device.frames.filter(({ type }) => type === 'lists')).toEqual([])
  })
})

describe('the names of a list', () => {
  const { bundle, names, hash } = bundleWithNames([['named.test', ['drugs']]])
  const installNames = (cookie: string, bytes: Uint8Array<ArrayBuffer>) =>
    install(cookie, bytes, '/lists/names')

  it('are taken from ICT alone, after the bundle that names them, and devices may fetch them', async () => {
    const ict = running.cookieOf('ict')
    expect((await installNames(ict, names)).body.message).toContain('no names file')
    expect((await install(ict, new Uint8Array(bundle))).status).toBe(200)
    expect((await download(`/device/names/${hash}`)).status).toBe(404)
    expect((await installNames(running.cookieOf('dsl'), names)).status).toBe(403)
    expect((await installNames(ict, names)).body).toEqual({ hash, hosts: 1 })
    const fetched = await download(`/device/names/${hash}`)
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(names)
  })

  it('of another bundle are refused, and those of one that is not in force any more are gone', async () => {
    const ict = running.cookieOf('ict')
    const other = bundleWithNames([['other.test', ['drugs']]])
    const refused = await installNames(ict, other.names)
    expect([refused.status, refused.body.message]).toEqual([400, 'these names belong to another list bundle'])
    expect((await install(ict, new Uint8Array(other.bundle))).status).toBe(200)
    expect((await download(`/device/names/${hash}`)).status).toBe(404)
  })
})
