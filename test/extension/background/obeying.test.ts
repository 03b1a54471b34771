import { beforeEach, describe, expect, it } from 'vitest'
import type { Command, CommandBody } from '#shared/domain/command.ts'
import { openScene } from '#shared/domain/scene.ts'
import type { DeviceSent } from '#shared/protocol/device.ts'
import {
  connectedDevice,
  type FakeSocket,
  freshDatabase,
  makeWorld,
  schoolMorning,
  settle,
  until,
  type World,
} from '../device-world.ts'

beforeEach(freshDatabase)

const minute = 60_000
const lesson = {
  id: 'l1',
  watchedBy: 'Ms Okafor, 8B Science',
  endsAt: schoolMorning + 40 * minute,
  scene: openScene,
}
const command = (id: string, body: CommandBody, change: Partial<Command> = {}): Command => ({
  id,
  lessonId: 'l1',
  givenAt: schoolMorning,
  expiresAt: schoolMorning + 40 * minute,
  from: 'Ms Okafor',
  body,
  ...change,
})
const screen = { tabId: 1, isTop: true, url: 'our:screen', title: null }
const page = 'https://example.test/work'
const game = 'https://poki.com/en/g/run'

async function inLesson(world: World) {
  const { device, socket } = await connectedDevice(world)
  socket.say({ type: 'lesson', lesson })
  await settle()
  return { device, socket }
}

async function outcome(socket: FakeSocket, id: string): Promise<string> {
  return until(() => outcomes(socket.sent, id)[0])
}

function outcomes(sent: readonly DeviceSent[], id: string): string[] {
  const bodies = sent
    .flatMap((frame) => (frame.type === 'events' ? frame.events : []))
    .map(({ body }) => body)
  return bodies.flatMap((body) =>
    body.kind === 'command.obeyed' && body.commandId === id ? [body.outcome] : [],
  )
}

describe('obeying', () => {
  it('locks every open tab and opens them again by itself', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    world.tabs = [
      { id: 1, url: page, title: 'Work' },
      { id: 2, url: 'https://www.childline.org.uk/', title: 'Childline' },
    ]
    socket.say({ type: 'command', command: command('c1', { kind: 'lock', message: 'Eyes on me' }) })
    expect(await outcome(socket, 'c1')).toBe('done')
    await settle()
    expect(world.tabs.map(({ url }) => url)).toEqual([`our:blocked#${page}`, 'https://www.childline.org.uk/'])
    expect(await device.handlers['screen.describe']({ url: page }, screen)).toMatchObject({
      decision: { reason: 'lock' },
      lockMessage: 'Eyes on me',
      canAsk: false,
    })
    socket.say({ type: 'command', command: command('c2', { kind: 'unlock' }) })
    await settle()
    expect(world.tabs[0]?.url).toBe(page)
  })

  it('leaves whole what stays open under a lock, and what a scene of only some sites is made of', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    const onlyThese = { ...openScene, openSites: ['example.test'], onlyThese: true }
    socket.say({ type: 'lesson', lesson: { ...lesson, scene: onlyThese } })
    await settle()
    const look = (url: string, kind: 'page' | 'resource') =>
      device.judge({ url, kind, tabId: 3, cause: 'asked' }).decision.action
    expect(look('https://cdn.other.test/style.css', 'page')).toBe('block')
    expect(look('https://cdn.other.test/style.css', 'resource')).toBe('allow')
    expect(look('https://www.pornhub.com/x.png', 'resource')).toBe('block')
    socket.say({ type: 'command', command: command('c1', { kind: 'lock', message: null }) })
    await settle()
    expect(look('https://www.childline.org.uk/', 'page')).toBe('allow')
    expect(look('https://cdn.other.test/style.css', 'resource')).toBe('allow')
    expect(look(page, 'page')).toBe('block')
  })

  it('obeys a command once, however often it is told', async () => {
    const world = makeWorld()
    const { socket } = await inLesson(world)
    const open = command('c1', { kind: 'open', url: page })
    for (let time = 0; time < 3; time++) socket.say({ type: 'command', command: open })
    await outcome(socket, 'c1')
    await settle()
    expect(world.opened).toEqual([page])
    expect(outcomes(socket.sent, 'c1')).toHaveLength(1)
  })

  it('answers an expired command with "expired" and does nothing', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    socket.say({
      type: 'command',
      command: command('c1', { kind: 'lock', message: null }, { expiresAt: schoolMorning - 1 }),
    })
    expect(await outcome(socket, 'c1')).toBe('expired')
    expect(device.judge({ url: page, kind: 'page', tabId: 1, cause: 'asked' }).decision.action).toBe('allow')
  })

  it('opens what a pupil asked for, in the tab where it stands blocked', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    expect(device.judge({ url: game, kind: 'page', tabId: 1, cause: 'asked' }).decision.action).not.toBe(
      'allow',
    )
    world.tabs = [{ id: 1, url: `our:blocked#${game}`, title: null }]
    const asking = device.handlers['request.make']({ url: game, words: 'for maths' }, screen)
    await world.time.pass(1500)
    const { id: requestId } = await asking
    expect(await device.handlers['screen.describe']({ url: game }, screen)).toMatchObject({
      request: { status: 'waiting' },
    })
    socket.say({ type: 'command', command: command('c1', { kind: 'grant', site: 'poki.com', requestId }) })
    await settle()
    await settle()
    expect(world.tabs[0]?.url).toBe(game)
    expect(await device.handlers['screen.describe']({ url: game }, screen)).toEqual({ goTo: game })
  })

  it('shows a refusal with the teacher’s words', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    const asking = device.handlers['request.make']({ url: game, words: '' }, screen)
    await world.time.pass(1500)
    const { id: requestId } = await asking
    socket.say({
      type: 'command',
      command: command('c1', { kind: 'refuse', site: 'poki.com', requestId, reply: 'After the lesson' }),
    })
    await settle()
    expect(await device.handlers['screen.describe']({ url: game }, screen)).toMatchObject({
      request: { status: 'refused', reply: 'After the lesson' },
    })
  })

  it('opens no page over a lock, and says "refused"', async () => {
    const world = makeWorld()
    const { socket } = await inLesson(world)
    socket.say({ type: 'command', command: command('c0', { kind: 'lock', message: null }) })
    socket.say({ type: 'command', command: command('c1', { kind: 'open', url: page }) })
    expect(await outcome(socket, 'c1')).toBe('refused')
    expect(world.opened).toEqual([])
  })

  it('hands a teacher’s message to the page', async () => {
    const world = makeWorld()
    const { socket } = await inLesson(world)
    socket.say({
      type: 'command',
      command: command('c1', { kind: 'message', text: 'Well done, all of you' }),
    })
    await settle()
    expect(world.orders).toEqual([{ type: 'message', from: 'Ms Okafor', text: 'Well done, all of you' }])
  })

  it('drops lock and grants with the lesson, when it is ended and when it merely runs out', async () => {
    for (const end of ['ended', 'runs out'] as const) {
      freshDatabase()
      const world = makeWorld()
      const { device, socket } = await inLesson(world)
      world.tabs = [{ id: 1, url: page, title: null }]
      socket.say({
        type: 'command',
        command: command('c1', { kind: 'grant', site: 'poki.com', requestId: null }),
      })
      socket.say({
        type: 'command',
        command: command('c2', { kind: 'lock', message: null }, { expiresAt: schoolMorning + 90 * minute }),
      })
      await settle()
      expect(world.tabs[0]?.url).toBe(`our:blocked#${page}`)
      if (end === 'ended') socket.say({ type: 'lesson', lesson: null })
      else await world.time.pass(41 * minute)
      await settle()
      expect(world.tabs[0]?.url).toBe(page)
      expect(device.judge({ url: game, kind: 'page', tabId: 1, cause: 'unasked' }).decision.action).not.toBe(
        'allow',
      )
    }
  })

  it('keeps a lock over the death of its worker', async () => {
    const world = makeWorld()
    const { socket } = await inLesson(world)
    socket.say({ type: 'command', command: command('c1', { kind: 'lock', message: null }) })
    await settle()
    const again = makeWorld({ records: world.records, journal: world.ports.journal })
    const { createDevice } = await import('#extension/background/device.ts')
    const device = createDevice(again.ports)
    await device.start()
    expect(device.judge({ url: page, kind: 'page', tabId: 1, cause: 'asked' }).decision.reason).toBe('lock')
  })
})

describe('watching', () => {
  const activities = (sent: readonly DeviceSent[]) =>
    sent.flatMap((frame) => (frame.type === 'activity' ? [frame.activity] : []))

  it('says nothing of browsing unless a lesson watches', async () => {
    const world = makeWorld()
    const { device, socket } = await connectedDevice(world)
    world.tabs = [{ id: 1, url: page, title: 'Work' }]
    for (let look = 0; look < 5; look++) {
      device.look()
      await world.time.pass(1000)
    }
    expect(activities(socket.sent)).toEqual([])
    socket.say({ type: 'lesson', lesson })
    await world.time.pass(1000)
    expect(activities(socket.sent)).toMatchObject([
      { status: 'on-page', site: 'example.test', title: 'Work' },
    ])
    socket.say({ type: 'lesson', lesson: null })
    world.tabs = [{ id: 1, url: 'https://other.test/', title: 'Other' }]
    device.look()
    await world.time.pass(1000)
    expect(activities(socket.sent)).toHaveLength(1)
  })

  it('never shows help-seeking', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    const places = [
      'https://www.childline.org.uk/get-support/',
      'https://www.google.com/search?q=how+to+kill+myself',
      'https://lostallhope.com/',
    ]
    for (const url of places) {
      world.tabs = [{ id: 1, url: page, title: 'Work' }]
      device.look()
      await world.time.pass(1000)
      world.tabs = [{ id: 1, url, title: 'A secret' }]
      device.look()
      await world.time.pass(1000)
      expect(activities(socket.sent).at(-1)).toMatchObject({
        status: 'private',
        site: null,
        title: null,
        category: null,
      })
    }
    expect(JSON.stringify(activities(socket.sent))).not.toMatch(/childline|kill|lostallhope|secret/i)
  })

  it('keeps what a pupil types into a search engine on the device', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    world.tabs = [
      { id: 1, url: 'https://www.google.com/search?q=am+i+gay', title: 'am i gay - Google Search' },
    ]
    device.look()
    await world.time.pass(1000)
    expect(activities(socket.sent).at(-1)).toMatchObject({
      status: 'on-page',
      site: 'google.com',
      title: null,
    })
    expect(JSON.stringify(activities(socket.sent))).not.toMatch(/gay/)
  })

  it('sends at most four a second and ends with the last', async () => {
    const world = makeWorld()
    const { device, socket } = await inLesson(world)
    const before = activities(socket.sent).length
    for (let count = 0; count < 100; count++) {
      world.tabs = [{ id: 1, url: `https://s${count}.test/`, title: null }]
      device.look()
      await world.time.pass(10)
    }
    await world.time.pass(1000)
    expect(activities(socket.sent).length - before).toBeLessThanOrEqual(6)
    expect(activities(socket.sent).at(-1)).toMatchObject({ site: 's99.test' })
  })
})
