import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import { longestHoldMs } from '#extension/background/judging.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import { connectedDevice, freshDatabase, makeWorld, settle, until, welcome } from '../device-world.ts'

beforeEach(freshDatabase)

const asked = (url: string, tabId = 1) => ({ url, kind: 'page', tabId, cause: 'asked' }) as const
const noneHeld = { held: 0, listed: 0, popularHeld: 0, popularListed: 0 }
const betting = 'https://www.bet365.com/'
const screen = { tabId: 1, isTop: true, url: 'our:screen', title: null }

/** A device with a network, and what it has told the school. */
async function device(change: Parameters<typeof makeWorld>[0] = {}) {
  const world = makeWorld(change)
  const { device: made, socket } = await connectedDevice(world)
  const told = async (): Promise<DeviceEventBody[]> => {
    for (let turn = 0; turn < 5; turn++) {
      await settle()
      const last = socket.sent.findLast((frame) => frame.type === 'events')
      if (last?.type === 'events')
        socket.say({ type: 'kept', epoch: last.epoch, through: last.events.at(-1)?.seq ?? 0 })
    }
    return socket.sent.flatMap((frame) =>
      frame.type === 'events' ? frame.events.map(({ body }) => body) : [],
    )
  }
  return { world, device: made, told }
}

describe('judging', () => {
  it('holds everything shut until the lists are read, and then decides', async () => {
    let read: (bytes: ArrayBuffer) => void = () => undefined
    const world = makeWorld({ packagedLists: () => new Promise((resolve) => (read = resolve)) })
    const cold = createDevice(world.ports)
    const starting = cold.start()
    await settle()
    expect(cold.isReady('https://example.test/')).toBe(false)
    expect(cold.judge(asked('https://example.test/')).decision).toMatchObject({
      action: 'block',
      reason: 'not-ready',
    })
    let isHeld = true
    void cold.readyInTime('https://example.test/').then(() => (isHeld = false))
    await world.time.pass(longestHoldMs - 1)
    expect(isHeld).toBe(true)
    read(starterBundle())
    await settle()
    expect(isHeld).toBe(false)
    await starting
    expect(cold.judge(asked('https://example.test/')).decision.action).toBe('allow')
    expect(cold.judge(asked(betting)).decision).toMatchObject({ action: 'block', category: 'gambling' })
  })

  it('wakes knowing the school’s clocks, and looks them up again the next day after its first answer', async () => {
    const { world, device: before } = await device()
    before.judge(asked(betting))
    await world.time.pass(5000)
    before.stop()
    const platform = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
    onTestFinished(() => platform.mockRestore())
    const wake = async () => {
      const woken = createDevice(world.ports)
      await woken.start()
      platform.mockClear()
      expect(woken.judge(asked(betting)).decision.trace.at(-1)?.found).toContain('(school-day)')
      expect(platform).not.toHaveBeenCalled()
      await world.time.pass(5000)
      woken.stop()
    }
    await wake()
    expect(platform).not.toHaveBeenCalled()
    await world.time.pass(24 * 3_600_000)
    await wake()
    expect(platform).toHaveBeenCalled()
  })

  it('answers before it begins with anything else, and loses nothing that it notices until then', async () => {
    let toBeQuiet: () => void = () => undefined
    const quiet = () => new Promise<void>((resolve) => (toBeQuiet = resolve))
    const { world, device: before } = await device()
    before.stop()
    let followed = 0
    const rules = { ...world.ports.rules, follow: async () => ({ ...noneHeld, held: (followed += 1) }) }
    const next = makeWorld({ records: world.records, journal: world.ports.journal, quiet, rules })
    const woken = createDevice(next.ports)
    const starting = woken.start()
    await woken.readyInTime(betting)
    expect(woken.judge(asked(betting)).decision).toMatchObject({ action: 'block', category: 'gambling' })
    await settle()
    expect([followed, next.sockets.length]).toEqual([0, 0])
    toBeQuiet()
    await starting
    expect(followed).toBe(1)
    const socket = await until(() => next.sockets.at(-1))
    socket.say({ type: 'challenge', nonce: 'n2', protocol: 1 })
    await until(() => socket.sent.find(({ type }) => type === 'hello'))
    socket.say(welcome())
    expect(await until(() => socket.sent.find(({ type }) => type === 'events'))).toMatchObject({
      events: [{ body: { kind: 'page.blocked', page: { host: 'www.bet365.com' } } }],
    })
  })

  it('answers within the longest hold when the lists never come', async () => {
    const world = makeWorld({ packagedLists: () => new Promise(() => undefined) })
    const cold = createDevice(world.ports)
    void cold.start()
    await settle()
    let isHeld = true
    void cold.readyInTime('https://example.test/').then(() => (isHeld = false))
    await world.time.pass(longestHoldMs)
    expect(isHeld).toBe(false)
    expect(cold.judge(asked('https://example.test/')).decision.reason).toBe('not-ready')
  })

  it('protects by the packaged lists before it ever heard from a school', async () => {
    const world = makeWorld()
    const alone = createDevice(world.ports)
    await alone.start()
    expect(alone.judge(asked(betting)).decision.action).toBe('block')
    expect((await alone.handlers['popup.describe']({}, screen)).state).toBe('not-enrolled')
  })

  it('calls documents that no gate can look into a way around the filter', async () => {
    const { device: made } = await device()
    const shut = [
      'data:text/html,<p>x',
      'view-source:data:text/html,x',
      'file:///media/stick/game.html',
      'file:///x/y.svg#z',
    ]
    for (const url of shut)
      expect(made.judge(asked(url)).decision).toMatchObject({ action: 'block', category: 'proxy' })
    for (const url of ['about:blank', 'chrome://newtab/', 'file:///home/work.pdf']) {
      expect(made.judge(asked(url)).decision.action).toBe('allow')
    }
  })

  it('raises one flag and writes one line however many gates see one try', async () => {
    const { device: made, told } = await device()
    for (let gate = 0; gate < 4; gate++)
      made.judge(asked('https://www.google.com/search?q=how+to+kill+myself'))
    const bodies = await told()
    expect(bodies.filter(({ kind }) => kind === 'flag.raised')).toMatchObject([
      { flag: { category: 'self-harm', severity: 4, cause: 'search', words: expect.any(String) } },
    ])
    expect(bodies.filter(({ kind }) => kind === 'page.blocked')).toHaveLength(1)
  })

  it('takes a search and its safe form for one try', async () => {
    const { device: made, told } = await device()
    const typed = 'https://www.google.com/search?q=porn&safe=off'
    made.judge(asked(typed))
    made.judge(asked(made.safely(typed) ?? ''))
    const bodies = await told()
    expect(bodies.filter(({ kind }) => kind === 'page.blocked')).toHaveLength(1)
    expect(made.safely(typed)).toBe('https://www.google.com/search?q=porn&safe=active')
  })

  it('writes only the host into the log', async () => {
    const { device: made, told } = await device()
    made.judge(asked('https://poki.com/en/g/secret?who=amara'))
    expect(JSON.stringify((await told()).filter(({ kind }) => kind === 'page.blocked'))).not.toMatch(
      /secret|amara/,
    )
  })

  it('raises no flag for what a page loads by itself', async () => {
    const { device: made, told } = await device()
    made.judge({ url: 'https://www.pornhub.com/x.png', kind: 'resource', tabId: 1, cause: 'asked' })
    made.judge({ url: 'https://www.pornhub.com/', kind: 'page', tabId: 1, cause: 'unasked' })
    made.judge({ url: 'https://www.pornhub.com/embed', kind: 'frame', tabId: 1, cause: 'asked' })
    const bodies = await told()
    expect(bodies.filter(({ kind }) => kind === 'flag.raised')).toEqual([])
    expect(bodies.filter(({ kind }) => kind === 'page.blocked')).toHaveLength(1)
  })

  it('sees a category tried again and again, once in ten minutes', async () => {
    const { device: made, world, told } = await device()
    for (const host of ['bet365.com', 'ladbrokes.com', 'coral.co.uk', 'betfair.com', 'skybet.com']) {
      made.judge(asked(`https://${host}/`))
      await told()
      await world.time.pass(5000)
    }
    const repeats = (await told()).flatMap((body) =>
      body.kind === 'flag.raised' && body.flag.cause === 'repeat' ? [body.flag] : [],
    )
    expect(repeats).toMatchObject([{ category: 'gambling', severity: 1 }])
  })

  it('raises one flag for a search for help, also after the pupil went on, and calls it by what it is', async () => {
    const { device: made, world, told } = await device()
    const search = 'https://www.google.com/search?q=i+feel+suicidal'
    expect(made.judge(asked(search)).decision.action).toBe('coach')
    await made.handlers['screen.goOn']({ url: search }, screen)
    await world.time.pass(5000)
    expect(made.judge(asked(search)).decision.action).toBe('allow')
    expect((await told()).filter(({ kind }) => kind === 'flag.raised')).toMatchObject([
      { flag: { category: 'self-harm', severity: 4 } },
    ])
  })

  it('writes nothing of a search for help into the log', async () => {
    const { device: made, told } = await device()
    const search = 'https://www.google.com/search?q=i+feel+suicidal'
    expect(made.judge(asked(search)).decision).toMatchObject({ action: 'coach', reason: 'help' })
    expect((await told()).filter(({ kind }) => kind === 'page.blocked')).toEqual([])
  })

  it('raises a flag for each new search, however many came before it', async () => {
    const { device: made, world, told } = await device()
    const searches = [
      'buy a gun',
      'buy a handgun',
      'buy ammo',
      'buy ammunition',
      'how to make a bomb',
      'how to make a gun',
    ]
    for (const words of searches) {
      made.judge(asked(`https://www.google.com/search?q=${encodeURIComponent(words)}`))
      await told()
      await world.time.pass(5000)
    }
    const found = (await told()).flatMap((body) => (body.kind === 'flag.raised' ? [body.flag.words] : []))
    expect(found).toEqual(searches)
  })

  it('remembers a pupil who went on after a pause page for that site alone, and not for ever', async () => {
    const { device: made, world } = await device()
    const game = 'https://poki.com/en/g/run'
    expect(made.judge(asked(game)).decision.action).toBe('coach')
    expect(await made.handlers['screen.goOn']({ url: game }, screen)).toEqual({ goTo: game })
    expect(made.judge(asked(game)).decision).toMatchObject({ action: 'allow', reason: 'paused-and-went-on' })
    expect(made.judge(asked('https://www.crazygames.com/')).decision.action).toBe('coach')
    await world.time.pass(31 * 60_000)
    expect(made.judge(asked(game)).decision.action).toBe('coach')
  })

  it('pauses pages, not the parts of a page', async () => {
    const { device: made, told } = await device()
    const game = 'https://poki.com/en/g/run'
    expect(made.judge(asked(game)).decision.action).toBe('coach')
    for (const kind of ['frame', 'resource'] as const) {
      expect(made.judge({ url: game, kind, tabId: 2, cause: 'asked' }).decision.action).toBe('allow')
      expect(made.judge({ url: betting, kind, tabId: 2, cause: 'asked' }).decision.action).toBe('block')
    }
    const hosts = (await told()).flatMap((body) => (body.kind === 'page.blocked' ? [body.page.host] : []))
    expect(hosts).toEqual(['poki.com', 'www.bet365.com'])
  })

  it('lets nobody go on from a block page', async () => {
    const { device: made } = await device()
    await made.handlers['screen.goOn']({ url: betting }, screen)
    expect(made.judge(asked(betting)).decision.action).toBe('block')
  })

  it('stops a page that only the page gate sees', async () => {
    const { device: made, world } = await device()
    const opened = { isTop: true, tabId: 7, title: null }
    const message = { url: 'https://says.it/is', isTop: false }
    expect(await made.handlers['page.opened'](message, { ...opened, url: betting })).toEqual({
      action: 'stop',
    })
    expect(world.blocked).toEqual([betting])
    expect(await made.handlers['page.opened'](message, { ...opened, url: 'https://example.test/' })).toEqual({
      action: 'allow',
    })
    expect(await made.handlers['page.opened'](message, { ...opened, isTop: false, url: betting })).toEqual({
      action: 'stop',
    })
    expect(world.blocked).toEqual([betting])
  })
})
