import { beforeEach, describe, expect, it } from 'vitest'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import type { DeviceSent } from '#shared/protocol/device.ts'
import { connectedDevice, freshDatabase, makeWorld, memoryRecords, settle } from '../device-world.ts'

beforeEach(freshDatabase)

const page = (url: string) => ({ tabId: 7, isTop: true, frameId: 0, url, title: null })
const asked = (url: string) => ({ url, kind: 'page', tabId: 1, cause: 'asked' }) as const
const front = 'https://maths-help.test/'

const epochOf = (sent: readonly DeviceSent[]): string =>
  sent.flatMap((frame) => (frame.type === 'hello' ? [frame.epoch] : []))[0] ?? ''

async function pupil() {
  const world = makeWorld()
  const { device, socket } = await connectedDevice(world)
  world.tabs = [{ id: 7, url: front, title: null }]
  return { world, device, socket, look: device.handlers['page.signs'] }
}

describe('a page with the signs of a web proxy', () => {
  it('is stopped and blocked, its workers are taken away, and its place is shut from then on', async () => {
    const { world, device, look } = await pupil()
    expect(device.judge(asked(front)).decision.action).toBe('allow')
    expect(await look({ signs: ['uv-file'], ownWorker: false }, page(front))).toEqual({ action: 'stop' })
    expect(world.blocked).toEqual([front])
    expect(world.forgotten).toEqual([front])
    const { decision } = device.judge(asked(`${front}service/hvtrs8%2F-`))
    expect(decision).toMatchObject({ action: 'block', category: 'proxy', reason: 'category' })
    expect(decision.trace[0]).toEqual({
      from: 'device',
      found: 'a page of the web proxy Ultraviolet is proxy',
    })
    expect(device.judge(asked('https://other-help.test/')).decision.action).toBe('allow')
  })

  it('is known again after a restart, for a day', async () => {
    const { world, look } = await pupil()
    await look({ signs: ['scramjet-attribute'], ownWorker: false }, page(front))
    const again = makeWorld({ records: world.records })
    const { device } = await connectedDevice(again)
    expect(device.judge(asked(front)).decision.category).toBe('proxy')
    await again.time.pass(25 * 3_600_000)
    expect(device.judge(asked(front)).decision.action).toBe('allow')
  })

  it('is told to the school as any other blocked page, although it was let in a moment ago', async () => {
    const { device, socket, look } = await pupil()
    device.judge({ ...asked(front), tabId: 7 })
    await look({ signs: ['uv-file'], ownWorker: false }, page(front))
    const heard = () => socket.sent.flatMap((frame) => (frame.type === 'events' ? frame.events : []))
    for (let turn = 0; turn < 5; turn++) {
      await settle()
      socket.say({ type: 'kept', epoch: epochOf(socket.sent), through: heard().at(-1)?.seq ?? 0 })
    }
    expect(heard().map(({ body }) => body)).toMatchObject([
      { kind: 'flag.raised', flag: { category: 'proxy', cause: 'visit', severity: 1 } },
      { kind: 'page.blocked', page: { category: 'proxy', action: 'block' } },
    ])
  })

  it('shuts its part of a host that many share, and nobody else’s', async () => {
    const { device, look } = await pupil()
    await look({ signs: ['uv-file'], ownWorker: false }, page('https://playground.test/amara/run.html'))
    expect(device.judge(asked('https://playground.test/amara/other')).decision.category).toBe('proxy')
    expect(device.judge(asked('https://playground.test/ben/run.html')).decision.action).toBe('allow')
  })

  it('is asked for its globals when half a proof or its own worker gives reason to, and only then', async () => {
    const { world, look } = await pupil()
    world.globals = ['__uv$config']
    expect(await look({ signs: [], ownWorker: false }, page('https://plain.test/'))).toEqual({
      action: 'allow',
    })
    expect(await look({ signs: [], ownWorker: true }, page(front))).toEqual({ action: 'stop' })
    world.globals = ['BareMux']
    expect(await look({ signs: [], ownWorker: true }, page('https://half.test/'))).toEqual({
      action: 'allow',
    })
    expect(await look({ signs: ['transport-file'], ownWorker: false }, page('https://whole.test/'))).toEqual({
      action: 'stop',
    })
  })

  it('is stopped alone when it is a part of another page', async () => {
    const { world, look } = await pupil()
    const frame = { ...page('https://inner.test/x'), isTop: false, frameId: 3 }
    expect(await look({ signs: ['rammerhead-file'], ownWorker: false }, frame)).toEqual({ action: 'stop' })
    expect(world.blocked).toEqual([])
  })

  it('stays where the school allows the site', async () => {
    const sites = [{ site: 'maths-help.test', effect: 'allow', bands: [], why: 'Our own' }] as const
    const policy = compilePolicy({ ...baselinePolicy, sites: [...sites] }, 'y7-y9', 1)
    const records = memoryRecords([['policy', { hash: '0'.repeat(64), policy }]])
    const world = makeWorld({ records })
    const { device } = await connectedDevice(world)
    expect(await device.handlers['page.signs']({ signs: ['uv-file'], ownWorker: true }, page(front))).toEqual(
      {
        action: 'allow',
      },
    )
    expect(world.forgotten).toEqual([])
  })

  it('stays where it has no place to be known by', async () => {
    const { world, look } = await pupil()
    expect(await look({ signs: ['uv-file'], ownWorker: true }, page('about:srcdoc'))).toEqual({
      action: 'allow',
    })
    expect(world.forgotten).toEqual([])
  })
})
