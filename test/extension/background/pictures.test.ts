import { beforeEach, describe, expect, it } from 'vitest'
import { starterHosts } from '#shared/classify/url/starter/starter-hosts.ts'
import type { PictureScores } from '#shared/domain/picture.ts'
import type { DeviceSent } from '#shared/protocol/device.ts'
import type { PictureAnswer } from '#shared/protocol/pictures.ts'
import {
  connectedDevice,
  type FakeSocket,
  freshDatabase,
  makeWorld,
  type memoryRecords,
  settle,
} from '../device-world.ts'

beforeEach(freshDatabase)

const page = (url: string, isTop = true) => ({
  tabId: 7,
  isTop,
  frameId: isTop ? 0 : 4,
  url,
  title: 'A page',
})
const asked = (url: string) => ({ url, kind: 'page', tabId: 1, cause: 'asked' }) as const
const unknown = 'https://photos-of-somebody.test/gallery'
const [school] = starterHosts.education ?? []
const [help] = starterHosts.support ?? []
const picture = { url: 'https://cdn.test/1.jpg' }

const answer = (change: Partial<PictureScores>): PictureAnswer => ({
  kind: 'scores',
  scores: { drawing: 0, hentai: 0, neutral: 0, porn: 0, sexy: 0, ...change },
})
const harmless = answer({ neutral: 1 })
const explicit = answer({ porn: 0.99 })

async function pupil(records?: ReturnType<typeof memoryRecords>) {
  const world = makeWorld(records === undefined ? {} : { records })
  const { device, socket } = await connectedDevice(world)
  world.tabs = [{ id: 7, url: unknown, title: null }]
  return {
    world,
    device,
    socket,
    open: (url: string) => device.handlers['page.opened']({ url, isTop: true }, page(url)),
    look: (use: 'shown' | 'upload' = 'shown', url = unknown) =>
      device.handlers['page.picture']({ picture, use }, page(url)),
  }
}

async function heard(socket: FakeSocket) {
  const epoch = (sent: readonly DeviceSent[]): string =>
    sent.flatMap((frame) => (frame.type === 'hello' ? [frame.epoch] : []))[0] ?? ''
  const events = () => socket.sent.flatMap((frame) => (frame.type === 'events' ? frame.events : []))
  for (let turn = 0; turn < 5; turn++) {
    await settle()
    socket.say({ type: 'kept', epoch: epoch(socket.sent), through: events().at(-1)?.seq ?? 0 })
  }
  return events().map(({ body }) => body)
}

describe('the pictures of a document', () => {
  it('wait on a page that nobody knows, do not where lists know it to be good, and are no matter where help is', async () => {
    const { world, open } = await pupil()
    await open(unknown)
    await open(`https://${school}/`)
    await open(`https://${help}/`)
    await open('about:blank')
    expect(world.watches.map(({ url, waits, band }) => ({ url, waits, band }))).toEqual([
      { url: unknown, waits: true, band: 'y7-y9' },
      { url: `https://${school}/`, waits: false, band: 'y7-y9' },
    ])
    expect(new Set(world.watches.map(({ token }) => token)).size).toBe(2)
  })

  it('are answered with whether the battery is low, which stays on the device', async () => {
    const { world, socket, look } = await pupil()
    world.picture = { ...explicit, sparing: true }
    expect(await look()).toEqual({ result: 'kept', mayReveal: true, sparing: true })
    expect(await look('upload')).toMatchObject({ result: 'kept', sparing: true })
    world.picture = { kind: 'unreadable', detail: 'gone', sparing: true }
    expect(await look()).toMatchObject({ result: 'unknown', sparing: true })
    world.picture = harmless
    expect(await look()).toEqual({ result: 'fine', mayReveal: true })
    const events = await heard(socket)
    expect(events.map(({ kind }) => kind)).toContain('flag.raised')
    expect(JSON.stringify(socket.sent)).not.toContain('sparing')
  })

  it('are shown when nothing is against them, and kept when something is', async () => {
    const { world, look } = await pupil()
    world.picture = harmless
    expect(await look()).toEqual({ result: 'fine', mayReveal: true })
    world.picture = explicit
    expect(await look()).toEqual({ result: 'kept', mayReveal: true })
    world.picture = { kind: 'unreadable', detail: 'gone' }
    expect(await look()).toEqual({ result: 'unknown', mayReveal: true })
  })

  it('are shown, and staff are told, while there is no model', async () => {
    const { world, device, socket, look, open } = await pupil()
    world.picture = { kind: 'no-model', detail: 'model.json is missing' }
    expect(await look()).toEqual({ result: 'fine', mayReveal: true })
    const { faults, state } = await device.handlers['popup.describe']({}, page(''))
    expect(faults).toEqual(['Pictures cannot be looked at on this device: model.json is missing'])
    expect(state).toBe('partly')
    await look()
    await open(unknown)
    expect(world.watches).toEqual([])
    const notices = (await heard(socket)).filter(({ kind }) => kind === 'device.noticed')
    expect(notices).toMatchObject([
      { notice: { code: 'model-refused', detail: expect.stringContaining('Pictures cannot be looked at') } },
    ])
    world.picture = harmless
    await look('upload')
    await open(unknown)
    expect(world.watches).toHaveLength(1)
    expect(await device.handlers['popup.describe']({}, page(''))).toMatchObject({
      faults: [],
      state: 'protected',
    })
  })

  it('raise no event by themselves', async () => {
    const { world, look, socket } = await pupil()
    world.picture = explicit
    await look()
    expect(await heard(socket)).toEqual([])
  })
})

describe('a page whose pictures are pornography again and again', () => {
  it('is blocked with the reason, also after a restart, and other pages of its site are not', async () => {
    const { world, look, device, socket } = await pupil()
    world.picture = explicit
    for (let each = 0; each < 4; each++) await look()
    expect(world.blocked).toEqual([unknown])
    const { decision } = device.judge(asked(unknown))
    expect(decision).toMatchObject({ action: 'block', category: 'pornography' })
    expect(decision.trace[0]).toEqual({ from: 'pictures', found: '4 of 4 pictures looked at is pornography' })
    expect(device.judge(asked('https://photos-of-somebody.test/')).decision.action).toBe('allow')
    expect(JSON.stringify(await heard(socket))).not.toContain('cdn.test')

    const again = await pupil(world.records)
    expect(again.device.judge(asked(unknown)).decision.category).toBe('pornography')
    await again.world.time.pass(25 * 3_600_000)
    expect(again.device.judge(asked(unknown)).decision.action).toBe('allow')
  })

  it('stays open when they are few among many', async () => {
    const { world, look } = await pupil()
    for (let each = 0; each < 12; each++) {
      world.picture = each % 4 === 0 ? explicit : harmless
      await look()
    }
    expect(world.blocked).toEqual([])
  })
})

describe('a picture on its way to a page', () => {
  it('is stopped with a screen and one flag, which holds the fact and the page alone', async () => {
    const { world, look, socket } = await pupil()
    world.picture = explicit
    expect((await look('upload')).result).toBe('kept')
    expect((await look('upload')).result).toBe('kept')
    expect(world.uploadsStopped).toEqual([unknown, unknown])
    const events = await heard(socket)
    expect(events).toMatchObject([
      {
        kind: 'flag.raised',
        flag: {
          category: 'sexting',
          severity: 3,
          cause: 'upload',
          url: unknown,
          title: 'A page',
          words: null,
        },
      },
    ])
    expect(JSON.stringify(events)).not.toContain('cdn.test')
  })

  it('goes through without a word when nothing is found or it cannot be looked at', async () => {
    const { world, look, socket } = await pupil()
    for (const found of [harmless, { kind: 'unreadable', detail: '' } as const]) {
      world.picture = found
      expect((await look('upload')).result).not.toBe('kept')
    }
    expect(world.uploadsStopped).toEqual([])
    expect(await heard(socket)).toEqual([])
  })
})

describe('a pupil who says that a picture was kept wrongly', () => {
  it('makes one report for a page, without the picture', async () => {
    const { device, socket } = await pupil()
    await device.handlers['page.pictureWrong']({}, page(unknown))
    await device.handlers['page.pictureWrong']({}, page(unknown))
    const events = await heard(socket)
    expect(events).toMatchObject([
      {
        kind: 'report.filed',
        report: { kind: 'wrong-block', adult: 'safeguarding-team', about: { url: unknown } },
      },
    ])
    expect(JSON.stringify(events)).not.toContain('cdn.test')
  })
})
