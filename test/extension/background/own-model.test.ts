import { createHash, generateKeyPairSync } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createKept } from '#extension/background/kept.ts'
import { openOwnModel } from '#extension/background/own-model.ts'
import { createTextReader } from '#extension/background/text-reader.ts'
import { signModel } from '#server/services/models/sign-model.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { Download } from '#shared/protocol/device.ts'
import { bundleFile, listsKey, signedFile, signedModelFile } from '#test/support/list-bundles.ts'
import { modelFileCalled, shippedModel } from '#test/support/text-model.ts'
import { connectedDevice, freshDatabase, makeWorld, settle, until } from '../device-world.ts'

beforeEach(freshDatabase)

const screen = { tabId: 1, isTop: true, url: 'our:screen', title: null }
const download = (bytes: ArrayBuffer): Download => ({
  hash: createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
  bytes: bytes.byteLength,
})

/** A device whose school serves these bytes under their hash, or under the one given. */
async function served(...files: (ArrayBuffer | readonly [hash: string, file: ArrayBuffer])[]) {
  const answers = new Map(
    files.map((file) => (file instanceof ArrayBuffer ? ([download(file).hash, file] as const) : file)),
  )
  const world = makeWorld()
  world.download = async (url) => {
    const body = answers.get(url.split('/').at(-1)?.split('?')[0] ?? '')
    return { status: body === undefined ? 404 : 200, retryAfterMs: null, body: body ?? null }
  }
  const { device, socket } = await connectedDevice(world)
  const say = (file: ArrayBuffer, hash = download(file).hash): void =>
    socket.say({ type: 'model', listsKey, model: { hash, bytes: file.byteLength } })
  const notices = (): string[] =>
    socket.sent
      .flatMap((frame) => (frame.type === 'events' ? frame.events : []))
      .flatMap(({ body }) =>
        body.kind === 'device.noticed' && body.notice.code === 'model-refused' ? [body.notice.detail] : [],
      )
  const inUse = () => world.records.values.get('model')
  return { world, device, socket, say, notices, inUse, answers }
}

const good = signedModelFile(modelFileCalled('text 8'))
const flip = (file: ArrayBuffer, at: number): ArrayBuffer => {
  const bytes = new Uint8Array(file.slice(0))
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes.buffer
}

describe('the school’s own text model', () => {
  it('is fetched by its hash, checked, and kept for the next start', async () => {
    const { say, inUse, world } = await served(good)
    say(good)
    await until(() => (inUse() === download(good).hash ? true : undefined))
    const asked: string[] = []
    const next = makeWorld({ records: world.records })
    next.download = async (url) => {
      asked.push(url)
      return { status: 404, retryAfterMs: null, body: null }
    }
    const { socket } = await connectedDevice(next)
    socket.say({ type: 'model', listsKey, model: download(good) })
    await settle()
    expect(asked.filter((url) => url.includes('/model/'))).toEqual([])
  })

  const foreign = generateKeyPairSync('ed25519').privateKey
  const future = (() => {
    const file = modelFileCalled('text 8')
    new DataView(file).setUint32(4, 99, true)
    return file
  })()
  const unsigned = modelFileCalled('text 8')
  it.each<[why: string, file: ArrayBuffer, sentence: RegExp]>([
    ['cut off', good.slice(0, -4), /signature is not genuine/],
    ['cut off in its signature', good.slice(0, 60), /no signature/],
    ['with a flipped bit', flip(good, good.byteLength - 40), /signature is not genuine/],
    ['with a flipped bit in the signature', flip(good, 70), /signature is not genuine/],
    ['unsigned', unsigned, /no signed text model/],
    ['signed by somebody else', signModel(unsigned, foreign).buffer, /somebody else has signed it/],
    ['of a version to come', signedModelFile(future), /format 99, this version reads format 2/],
    ['in an envelope to come', flip(good, 5), /signed in format/],
    ['something else altogether', new TextEncoder().encode('x'.repeat(500)).buffer, /no signed text model/],
  ])('is refused when it is %s: the last good one stays, ICT is told', async (_why, bad, sentence) => {
    const { say, inUse, notices, device } = await served(good, bad)
    say(good)
    await until(() => (inUse() === download(good).hash ? true : undefined))
    say(bad)
    await until(() => (notices().length > 0 ? true : undefined))
    expect(notices()[0]).toMatch(sentence)
    expect(inUse()).toBe(download(good).hash)
    const { faults } = await device.handlers['popup.describe']({}, screen)
    expect(faults).toEqual([expect.stringMatching(sentence)])
    // Lists protect all the same.
    const asked = { url: 'https://www.bet365.com/', kind: 'page', tabId: 1, cause: 'unasked' } as const
    expect(device.judge(asked).decision.action).toBe('block')
    say(good)
    await settle()
    expect((await device.handlers['popup.describe']({}, screen)).faults).toEqual([])
  })

  it('is refused when it is not the one that was named', async () => {
    const { say, inUse, notices } = await served(['a'.repeat(64), good])
    say(good, 'a'.repeat(64))
    await until(() => (notices().length > 0 ? true : undefined))
    expect(notices()[0]).toContain('its hash is another one')
    expect(inUse()).toBeUndefined()
  })

  it('stays when new lists are taken into use, and they stay when it is', async () => {
    const lists = signedFile(bundleFile([['example.test', ['gambling']]]))
    const newer = signedModelFile(modelFileCalled('text 9'))
    const { world, say, socket, inUse } = await served(good, lists, newer)
    say(good)
    await until(() => (inUse() === download(good).hash ? true : undefined))
    socket.say({ type: 'lists', listsKey, lists: download(lists) })
    await until(() => (world.records.values.has('lists') ? true : undefined))
    say(newer)
    await until(() => (inUse() === download(newer).hash ? true : undefined))
    await settle()
    const store = world.ports.listStore
    expect((await store.read(download(newer).hash, 0, 8)).fileBytes).toBe(newer.byteLength)
    expect((await store.read(download(lists).hash, 0, 8)).fileBytes).toBe(lists.byteLength)
    await expect(store.read(download(good).hash, 0, 8)).rejects.toThrow()
  })

  it('is let go of when the school has none any more', async () => {
    const { say, inUse, socket } = await served(good)
    say(good)
    await until(() => (inUse() === download(good).hash ? true : undefined))
    socket.say({ type: 'model', listsKey, model: null })
    await settle()
    expect(inUse()).toBeNull()
  })

  it('is opened from the device, and forgotten when it is damaged there, so that it is fetched anew', async () => {
    const { say, inUse, world } = await served(good)
    say(good)
    await until(() => (inUse() === download(good).hash ? true : undefined))
    const kept = createKept(world.records, () => undefined)
    await kept.load()
    const ports = { subtle: crypto.subtle, listStore: world.ports.listStore, kept }
    expect(await openOwnModel(ports)).toMatchObject({ ok: true, value: { name: 'text 8' } })
    await world.ports.listStore.put(download(good).hash, flip(good, good.byteLength - 40))
    expect(await openOwnModel(ports)).toEqual({ ok: false, error: 'its signature is not genuine' })
    expect(kept.get('model')).toBeNull()
    expect(await openOwnModel(ports)).toBeNull()
  })
})

describe('the text reader', () => {
  function reader(more: Partial<Parameters<typeof createTextReader>[0]> = {}) {
    const told: DeviceEventBody[] = []
    const faults = new Map<string, string>()
    return {
      told,
      faults,
      reader: createTextReader({
        openOwn: async () => null,
        openTextModel: async () => shippedModel(),
        faults: {
          raise: (subject, words) => void faults.set(subject, words),
          clear: (subject) => void faults.delete(subject),
          has: (subject) => faults.has(subject),
          list: () => [...faults.values()],
        },
        put: (body) => void told.push(body),
        ...more,
      }),
    }
  }
  const own = { ...shippedModel(), name: 'text own' }

  it('reads with the school’s own model, else with the packaged one', async () => {
    expect((await reader({ openOwn: async () => ({ ok: true, value: own }) }).reader.open())?.name).toBe(
      'text own',
    )
    expect((await reader().reader.open())?.name).toBe(shippedModel().name)
  })

  it('reads with the packaged one when the school’s own is damaged, and tells ICT', async () => {
    const { reader: it, told } = reader({ openOwn: async () => ({ ok: false, error: 'a bit has flipped' }) })
    expect((await it.open())?.name).toBe(shippedModel().name)
    expect(told).toMatchObject([
      { notice: { code: 'model-refused', detail: expect.stringContaining('flipped') } },
    ])
  })

  it('does without when there is none at all, says so once, and reads as soon as one comes', async () => {
    const {
      reader: it,
      told,
      faults,
    } = reader({ openTextModel: () => Promise.reject(new Error('no such file')) })
    expect([await it.open(), await it.open(), it.now()]).toEqual([null, null, null])
    expect(told).toHaveLength(1)
    it.use(own)
    expect([(await it.open())?.name, it.now()?.name, faults.size]).toEqual(['text own', 'text own', 0])
  })

  it('keeps the one that was taken into use while another was still being opened', async () => {
    let opened: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (opened = resolve))
    const { reader: it } = reader({ openTextModel: () => slow.then(() => shippedModel()) })
    const first = it.open()
    it.use(own)
    opened()
    expect([(await first)?.name, it.now()?.name]).toEqual(['text own', 'text own'])
  })

  it('goes back to the packaged one when it forgets', async () => {
    const { reader: it } = reader()
    it.use(own)
    it.forget()
    expect(it.now()).toBeNull()
    expect((await it.open())?.name).toBe(shippedModel().name)
  })
})
