import { beforeEach, describe, expect, it } from 'vitest'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import {
  connectedDevice,
  freshDatabase,
  makeWorld,
  memoryRecords,
  settle,
  type World,
} from '../device-world.ts'

beforeEach(freshDatabase)

const words = {
  'how to cut yourself': 'self-harm',
  'hide a blade': 'weapons',
  'damn you': 'profanity',
  'our secret': 'grooming',
  'fight night': 'violence',
  'please help me': 'help',
} as const
const page = 'https://forum.test/thread/1'
const asker = (url: string, change = {}) => ({
  tabId: 7,
  isTop: true,
  frameId: 0,
  url,
  title: 'A page',
  ...change,
})
const asked = (url: string) => ({ url, kind: 'page', tabId: 1, cause: 'asked' }) as const

async function pupil(change: Parameters<typeof makeWorld>[0] = {}) {
  const world = makeWorld(change)
  world.words = words
  const { device, socket } = await connectedDevice(world)
  world.tabs = [{ id: 7, url: page, title: null }]
  const read = (url: string, text: string, document = 'd1') =>
    device.handlers['page.text']({ document, text }, asker(url))
  return { world, device, socket, read }
}

/** Everything that has left the device, each part acknowledged. */
async function toldSchool({ world, socket }: Awaited<ReturnType<typeof pupil>>): Promise<DeviceEventBody[]> {
  const events = () => socket.sent.flatMap((frame) => (frame.type === 'events' ? frame.events : []))
  const hello = socket.sent.find(({ type }) => type === 'hello')
  const epoch = hello?.type === 'hello' ? hello.epoch : ''
  for (let turn = 0; turn < 8; turn++) {
    await world.time.pass(500)
    await settle()
    socket.say({ type: 'kept', epoch, through: events().at(-1)?.seq ?? 0 })
  }
  return events().map(({ body }) => body)
}

const blockedIn = (world: World): readonly string[] => world.blocked

describe('a page whose words are harmful', () => {
  it('is stopped, its tab shows the block page, and the page says which words they were', async () => {
    const { world, device, read } = await pupil()
    expect(await read(page, 'A guide. This is how to cut yourself without a scar.')).toEqual({
      action: 'stop',
    })
    expect(blockedIn(world)).toEqual([page])
    const view = await device.handlers['screen.describe']({ url: page }, asker('our:blocked'))
    if (!('decision' in view)) throw new Error('the page is not blocked')
    expect(view.decision).toMatchObject({ action: 'block', category: 'self-harm', reason: 'category' })
    expect(view.decision.trace[0]).toEqual({
      from: 'page text',
      found: '“A guide. This is how to cut yourself without a scar.” is self-harm',
    })
  })

  it('stays shut for a killed worker’s successor, for a day, and for that page alone', async () => {
    const { world, read } = await pupil()
    await read(page, 'how to cut yourself')
    const again = makeWorld({ records: world.records })
    const { device } = await connectedDevice(again)
    expect(device.judge(asked(`${page}#reply-3`)).decision.category).toBe('self-harm')
    expect(device.judge(asked('https://forum.test/thread/2')).decision.action).toBe('allow')
    await again.time.pass(25 * 3_600_000)
    expect(device.judge(asked(page)).decision.action).toBe('allow')
  })

  it('is forgotten within an hour when it is the front of a site, which says something else by then', async () => {
    const { world, device, read } = await pupil()
    await read('https://forum.test/', 'how to cut yourself')
    expect(device.judge(asked('https://forum.test/')).decision.action).toBe('block')
    await world.time.pass(3_600_000)
    expect(device.judge(asked('https://forum.test/')).decision.action).toBe('allow')
  })

  it('tells the school one severity less than own words, with the words, and the log the host alone', async () => {
    const pupils = await pupil()
    pupils.device.judge({ ...asked(page), tabId: 7 })
    await pupils.read(page, 'Long ago. how to cut yourself is told here')
    expect(await toldSchool(pupils)).toMatchObject([
      {
        kind: 'flag.raised',
        flag: {
          category: 'self-harm',
          cause: 'visit',
          severity: 3,
          words: 'Long ago. how to cut yourself is told here',
        },
      },
      { kind: 'page.blocked', page: { host: 'forum.test', category: 'self-harm', action: 'block' } },
    ])
  })

  it('says which words they were wherever they stand, also when it comes in many pieces', async () => {
    const pupils = await pupil()
    pupils.device.judge({ ...asked(page), tabId: 7 })
    await pupils.read(page, 'You asked for help with history, and here is a long answer.')
    await pupils.read(page, 'Now for something else: this is our secret')
    await pupils.read(page, 'It ends with the weather, and nothing else.')
    expect(await toldSchool(pupils)).toMatchObject([
      { flag: { category: 'grooming', words: 'Now for something else: this is our secret' } },
    ])
  })

  it('raises its flag also where the policy shuts nothing, and a moment after it was let in', async () => {
    const pupils = await pupil()
    pupils.device.judge({ ...asked(page), tabId: 7 })
    expect(await pupils.read(page, 'this is our secret')).toEqual({ action: 'allow' })
    await pupils.read(page, 'still our secret')
    const flags = await toldSchool(pupils)
    expect(flags).toMatchObject([{ kind: 'flag.raised', flag: { category: 'grooming', severity: 3 } }])
  })

  it('is stopped when an answer that is being written turns harmful', async () => {
    const { read } = await pupil()
    expect(await read(page, 'You asked for help with history.')).toEqual({ action: 'allow' })
    expect(await read(page, 'Here is how to cut yourself')).toEqual({ action: 'stop' })
  })

  it('is stopped alone when it is a part of another page, and nothing is remembered of the page around it', async () => {
    const { world, device } = await pupil()
    const part = asker('https://forum.test/', { isTop: false, frameId: 3 })
    const answer = await device.handlers['page.text']({ document: 'd2', text: 'how to cut yourself' }, part)
    expect(answer).toEqual({ action: 'stop' })
    expect(blockedIn(world)).toEqual([])
    expect(device.judge(asked('https://forum.test/')).decision.action).toBe('allow')
  })
})

describe('a page whose words are fine', () => {
  it('stays, and is read on', async () => {
    const { world, read } = await pupil()
    expect(await read(page, 'A page about the water cycle.')).toEqual({ action: 'allow' })
    expect(world.blocked).toEqual([])
  })

  it('needs more to be called harmful where lists call its site a good one', async () => {
    const { read } = await pupil()
    const lesson = 'https://www.bbc.co.uk/bitesize/guides/1'
    expect(await read(lesson, 'Fight night in Rome: the gladiators. how to cut yourself')).toEqual({
      action: 'allow',
    })
    expect(await read(lesson, 'how to cut yourself')).toEqual({ action: 'stop' })
  })

  it('is not read at all when it is there to help, or the school’s own', async () => {
    const { world, read } = await pupil()
    expect(await read('https://www.childline.org.uk/info', 'how to cut yourself')).toEqual({
      action: 'enough',
    })
    expect(await read('http://school.test/reports', 'how to cut yourself')).toEqual({ action: 'enough' })
    expect(world.blocked).toEqual([])
  })

  it('is not read where the school itself has opened or shut the site', async () => {
    const opened = { site: 'forum.test', effect: 'allow' as const, bands: [], why: 'our own club' }
    const policy = compilePolicy({ ...baselinePolicy, sites: [opened] }, 'y7-y9', 3)
    const records = memoryRecords([['policy', { hash: '1'.repeat(64), policy }]])
    const { world, read } = await pupil({ records })
    expect(await read(page, 'how to cut yourself')).toEqual({ action: 'enough' })
    expect(world.blocked).toEqual([])
    expect(await read('https://board.test/thread/1', 'how to cut yourself')).toEqual({ action: 'stop' })
  })

  it('is never shut over the words of somebody who needs help', async () => {
    const { world, read } = await pupil()
    expect(await read(page, 'please help me, I looked up how to cut yourself')).toEqual({ action: 'allow' })
    expect(world.blocked).toEqual([])
  })
})

describe('searches', () => {
  const search = 'https://www.google.com/search?q=where+to+hide+a+blade'

  it('are judged by the model’s reading besides the phrases of the lists, once it is in memory', async () => {
    const pupils = await pupil()
    expect(pupils.device.judge(asked(search)).decision.action).toBe('allow')
    await pupils.device.handlers['page.opened']({ url: search, isTop: true }, asker(search))
    expect(pupils.world.blocked).toEqual([search])
    expect(pupils.device.judge({ ...asked(search), tabId: 7 }).decision).toMatchObject({
      action: 'block',
      category: 'weapons',
    })
    expect(await toldSchool(pupils)).toMatchObject([
      { kind: 'flag.raised', flag: { cause: 'search', severity: 3, words: 'where to hide a blade' } },
      { kind: 'page.blocked' },
    ])
  })

  it('for help show help, also where only the model understands them', async () => {
    const { device, read } = await pupil()
    await read(page, 'a word')
    const { decision } = device.judge(
      asked('https://www.google.com/search?q=please+help+me+i+read+how+to+cut+yourself'),
    )
    expect(decision).toMatchObject({ action: 'coach', reason: 'help' })
  })
})

describe('a device without a text model', () => {
  it('judges by its lists, says so in the popup and tells the school once', async () => {
    const pupils = await pupil({
      openTextModel: () => Promise.reject(new Error('the text model is damaged')),
    })
    expect(await pupils.read(page, 'how to cut yourself')).toEqual({ action: 'enough' })
    expect(await pupils.read(page, 'how to cut yourself')).toEqual({ action: 'enough' })
    expect(pupils.device.judge(asked('https://bet365.com/')).decision.action).toBe('block')
    const { faults, state } = await pupils.device.handlers['popup.describe']({}, asker(''))
    expect(faults).toEqual([expect.stringContaining('the text model is damaged')])
    expect(state).toBe('partly')
    const notices = (await toldSchool(pupils)).filter(({ kind }) => kind === 'device.noticed')
    expect(notices).toMatchObject([{ notice: { code: 'model-refused' } }])
  })
})
