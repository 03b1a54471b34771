import { createHash, verify, createPublicKey } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import { readSignedModel } from '#shared/classify/text/signed-model.ts'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { makeAnother, putFile, type RunningServer, runServer } from '#test/support/running-server.ts'
import { modelFileCalled, shippedModelFile } from '#test/support/text-model.ts'

let running: RunningServer
let device: Awaited<ReturnType<typeof connectDevice>>
let ticket = ''
let otherIct = ''

beforeAll(async () => {
  running = await runServer(async (dataDir) => void (otherIct = await makeAnother(dataDir)))
  device = await connectDevice(running.origin, await enrolDevice(running.origin, 'ada@pupils.test'))
  ticket = (await device.welcome()).ticket
})
afterAll(() => running.stop())

const install = (cookie: string, file: ArrayBuffer) => putFile(running.origin, cookie, '/model', file)
const download = (hash: string, bearer = ticket) =>
  fetch(`${running.origin}/device/model/${hash}`, { headers: { authorization: `Bearer ${bearer}` } })

const stored = async (): Promise<string[]> =>
  (await readdir(join(running.dataDir, 'schools', 'made', 'models'))).toSorted()

describe('a text model', () => {
  let hash = ''

  it('is none at first: devices are told that the packaged one counts', async () => {
    expect(await device.next('model')).toMatchObject({ model: null })
  })

  it('is taken from ICT, signed with the school’s key, and reaches devices at once', async () => {
    const installed = await install(running.cookieOf('ict'), modelFileCalled('text 8'))
    expect(installed).toMatchObject({ status: 200, body: { name: 'text 8' } })
    const { model, listsKey } = await device.next('model')
    hash = model?.hash ?? ''
    expect(hash).toBe(installed.body.hash)
    const bytes = await (await download(hash)).arrayBuffer()
    expect(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')).toBe(hash)
    expect(bytes.byteLength).toBe(model?.bytes)
    const signed = readSignedModel(bytes)
    if (!signed.ok) throw new Error(signed.error)
    expect(Buffer.from(signed.value.publicKey).toString('hex')).toBe(listsKey)
    const x = Buffer.from(signed.value.publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    expect(verify(null, signed.value.message, key, signed.value.signature)).toBe(true)
    expect(await openTextModel(signed.value.model)).toMatchObject({ ok: true, value: { name: 'text 8' } })
  })

  it('is told to every device that connects, with the key that signs it', async () => {
    const other = await connectDevice(running.origin, await enrolDevice(running.origin, null))
    const { listsKey } = await other.welcome()
    expect(await other.next('model')).toMatchObject({ model: { hash }, listsKey })
    expect(listsKey).toMatch(/^[0-9a-f]{64}$/)
    await other.close()
  })

  it('is what Why? reads with', async () => {
    const { body } = await running.as('teacher')('POST', '/why', {
      about: { kind: 'text', text: 'hello', context: 'page' },
      year: 8,
      period: 'lesson',
    })
    expect(body.by.model).toBe('text 8')
  })

  it('gives way to a newer one, and then is not to be had any more', async () => {
    const newer = await install(running.cookieOf('ict'), modelFileCalled('text 9'))
    expect((await device.next('model')).model?.hash).toBe(newer.body.hash)
    expect((await download(hash)).status).toBe(404)
    expect(await stored()).toEqual([`${newer.body.hash}.model`])
    hash = newer.body.hash
  })

  it('that devices would refuse is refused here, with the reason, and takes nothing away', async () => {
    const good = new Uint8Array(shippedModelFile())
    const flipped = good.slice()
    flipped[good.length - 9] = (flipped[good.length - 9] ?? 0) ^ 1
    const future = good.slice()
    future[4] = 99
    const page = new TextEncoder().encode('<!doctype html><title>This is no model</title>')
    for (const [broken, why] of [
      [good.slice(0, 5000), 'truncated'],
      [new Uint8Array(0), 'truncated'],
      [flipped, 'damaged'],
      [future, 'format 99'],
      [page, 'no text model'],
    ] as const) {
      const { status, body } = await install(running.cookieOf('ict'), broken.slice().buffer)
      expect([status, body.code]).toEqual([400, 'invalid'])
      expect(body.message).toContain(why)
    }
    expect((await download(hash)).status).toBe(200)
  })

  it('is nobody’s to install but ICT’s, and larger ones are not even read', async () => {
    for (const person of ['teacher', 'dsl', 'lead', 'tutor'])
      expect((await install(running.cookieOf(person), shippedModelFile())).status).toBe(403)
    expect((await install('', shippedModelFile())).status).toBe(401)
    expect((await install(running.cookieOf('ict'), new ArrayBuffer(2_000_001))).status).toBe(413)
  })

  it('of another school is none of ours', async () => {
    expect((await install(otherIct, modelFileCalled('text 10'))).status).toBe(200)
    await running.as('dsl')('GET', '/policy')
    expect(device.frames.filter(({ type }) => type === 'model')).toEqual([])
    expect((await download(hash, 'forged')).status).toBe(401)
  })
})
