import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectDevice, enrolDevice, type FakeDevice } from '#test/support/fake-device.ts'
import { makeFlag, makeRequest } from '#test/support/makers/device-event.ts'
import { type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
beforeAll(async () => {
  running = await runServer()
})
afterAll(() => running.stop())

const enrolments = new Map<string, Promise<FakeDevice>>()

/** The one device of a pupil, connected. */
const deviceOf = async (pupil: string) => {
  const enrolling = enrolments.get(pupil) ?? enrolDevice(running.origin, `${pupil}@pupils.test`)
  enrolments.set(pupil, enrolling)
  const enrolled = await enrolling
  const device = await connectDevice(running.origin, enrolled)
  await device.welcome()
  return { ...device, enrolled }
}
const startLesson = async (): Promise<string> =>
  (await running.as('teacher')('POST', '/lessons', { classId: '8b', minutes: 30 })).body.id
const stopLesson = (id: string) => running.as('teacher')('POST', `/lessons/${id}/stop`)

const onPage = {
  status: 'on-page',
  site: 'bbc.co.uk',
  title: 'Leaves',
  category: 'education',
  since: Date.now(),
}

describe('a lesson', () => {
  test('shows nothing of what happened at home, whenever the device brings it', async () => {
    const ada = await deviceOf('ada')
    const id = await startLesson()
    const console = await running.console('teacher')
    console.send({ type: 'watch', lessonId: id })
    await console.next('tiles')
    const atHome = makeFlag(2, Date.now() - 14 * 3_600_000)
    const inLesson = makeFlag(2)
    await ada.keep(atHome, inLesson)
    const { tile } = await console.next('tile', (frame) => frame.tile.openFlags > 0)
    expect(tile).toMatchObject({ pupilId: 'ada', openFlags: 1 })
    const statusOf = async (flagId: string) => (await running.as('teacher')('GET', `/flags/${flagId}`)).status
    expect([await statusOf(atHome.flag.id), await statusOf(inLesson.flag.id)]).toEqual([404, 200])
    await stopLesson(id)
    console.socket.close()
    await ada.close()
  })

  test('is told to its pupils, shows their tiles, and leaves nothing behind', async () => {
    const ada = await deviceOf('ada')
    const dev = await deviceOf('dev')
    const id = await startLesson()
    expect((await ada.next('lesson')).lesson).toMatchObject({ id, watchedBy: 'Staff teacher, 8B Science' })
    const console = await running.console('teacher')
    console.send({ type: 'watch', lessonId: id })
    const { tiles } = await console.next('tiles')
    expect(tiles.map((tile) => [tile.pupilId, tile.connected, tile.activity])).toEqual([
      ['ada', true, null],
      ['ben', false, null],
      ['cai', false, null],
    ])
    ada.send({ type: 'activity', activity: onPage })
    expect((await console.next('tile')).tile).toMatchObject({ pupilId: 'ada', activity: onPage })
    // Not in this lesson: what this device says is for nobody.
    dev.send({ type: 'activity', activity: onPage })
    ada.send({ type: 'activity', activity: { ...onPage, status: 'private' } })
    const hidden = (await console.next('tile')).tile
    expect(hidden.activity).toEqual({ ...onPage, status: 'private', site: null, title: null, category: null })

    await stopLesson(id)
    expect((await ada.next('lesson')).lesson).toBeNull()
    ada.send({ type: 'activity', activity: onPage })
    console.send({ type: 'watch', lessonId: id })
    expect(await console.next('refused')).toMatchObject({ reason: 'not-allowed' })
    expect(dev.frames.filter(({ type }) => type === 'lesson')).toEqual([])
    expect(console.frames.filter(({ type }) => type === 'tile')).toEqual([])
    console.socket.close()
    await Promise.all([ada.close(), dev.close()])
  })

  test('is one at a time for a class and for a pupil, and says whose it is', async () => {
    const id = await startLesson()
    const again = await running.as('teacher')('POST', '/lessons', { classId: '8b', minutes: 5 })
    const shared = await running.as('other-teacher')('POST', '/lessons', { classId: '8x', minutes: 5 })
    const apart = await running.as('other-teacher')('POST', '/lessons', { classId: '10a', minutes: 5 })
    expect([again.status, shared.status, apart.status]).toEqual([409, 409, 200])
    expect(again.body.message).toBe('Staff teacher has a lesson open with this class.')
    expect(shared.body.message).toContain("Staff teacher's lesson (8B)")
    await stopLesson(id)
    await running.as('other-teacher')('POST', `/lessons/${apart.body.id}/stop`)
  })

  test('opens no category that the policy never opens', async () => {
    const id = await startLesson()
    const scene = { name: 'Loose', openCategories: ['games', 'pornography'], openSites: [], onlyThese: false }
    const refused = await running.as('teacher')('PUT', `/lessons/${id}/scene`, { scene })
    expect([refused.status, refused.body.message]).toEqual([403, expect.stringContaining('Pornography')])
    const ada = await deviceOf('ada')
    const opened = { ...scene, openCategories: ['games'] }
    expect((await running.as('teacher')('PUT', `/lessons/${id}/scene`, { scene: opened })).status).toBe(200)
    expect((await ada.next('lesson')).lesson?.scene).toEqual(opened)
    await stopLesson(id)
    await ada.close()
  })
})

describe('a command', () => {
  test('reaches the device, comes back as done, and holds for a device that comes later', async () => {
    const ada = await deviceOf('ada')
    const id = await startLesson()
    const console = await running.console('teacher')
    console.send({ type: 'watch', lessonId: id })
    await console.next('tiles')
    const lock = { lessonId: id, pupilIds: ['ada', 'ben'], body: { kind: 'lock', message: 'Eyes up' } }
    expect((await running.as('teacher')('POST', '/commands', lock)).body).toHaveLength(1)
    const { command } = await ada.next('command')
    expect(command).toMatchObject({ from: 'Staff teacher', body: lock.body })
    await console.next('tile', ({ tile }) => tile.pupilId === 'ada' && tile.locked)
    await ada.keep({ kind: 'command.obeyed', commandId: command.id, outcome: 'done' })
    await console.next('changed', ({ noun, id: about }) => noun === 'command' && about === command.id)
    expect((await running.as('teacher')('GET', `/lessons/${id}/commands`)).body).toMatchObject([
      { outcome: 'done' },
    ])

    const loan = await enrolDevice(running.origin, 'ada@pupils.test')
    const second = await connectDevice(running.origin, loan)
    expect((await second.welcome()).commands.map(({ body }) => body.kind)).toEqual(['lock'])
    await stopLesson(id)
    const third = await connectDevice(running.origin, ada.enrolled)
    expect(await third.welcome()).toMatchObject({ lesson: null, commands: [] })
    console.socket.close()
    await running.as('ict')('POST', `/devices/${loan.id}/revoke`)
    await third.close()
  })

  test('is for pupils of the lesson only', async () => {
    const id = await startLesson()
    const body = { lessonId: id, pupilIds: ['dev'], body: { kind: 'lock', message: null } }
    expect((await running.as('teacher')('POST', '/commands', body)).status).toBe(403)
    await stopLesson(id)
  })
})

describe('a request', () => {
  test('is granted once, and the pupil who asked is told', async () => {
    const ada = await deviceOf('ada')
    const id = await startLesson()
    const console = await running.console('teacher')
    const asked = makeRequest()
    await ada.keep(asked)
    await console.next('changed', ({ noun }) => noun === 'request')
    const list = (await running.as('teacher')('GET', `/lessons/${id}/requests`)).body
    expect(list).toMatchObject([
      { id: asked.request.id, pupil: { id: 'ada' }, status: 'waiting', mayGrant: true },
    ])
    const decide = () =>
      running.as('teacher')('POST', `/requests/${asked.request.id}/decide`, { grant: true, reply: null })
    const [first, second] = await Promise.all([decide(), decide()])
    expect(new Set([first.status, second.status])).toEqual(new Set([200, 409]))
    const grant = { kind: 'grant', site: 'games.example', requestId: asked.request.id }
    expect((await ada.next('command')).command.body).toEqual(grant)
    await stopLesson(id)
    console.socket.close()
    await ada.close()
  })

  test('for what the policy never opens is not the teacher to grant', async () => {
    const ada = await deviceOf('ada')
    const id = await startLesson()
    const asked = makeRequest('adult.example', 'pornography')
    await ada.keep(asked)
    expect((await running.as('teacher')('GET', `/lessons/${id}/requests`)).body).toMatchObject([
      { mayGrant: false },
    ])
    const path = `/requests/${asked.request.id}/decide`
    expect((await running.as('teacher')('POST', path, { grant: true, reply: null })).status).toBe(403)
    expect((await running.as('teacher')('POST', path, { grant: false, reply: 'Not this' })).status).toBe(200)
    expect((await ada.next('command')).command.body).toMatchObject({ kind: 'refuse', reply: 'Not this' })
    await stopLesson(id)
    await ada.close()
  })
})

test('a grave flag shows on the tile as something the team has, and nudges only those who may know', async () => {
  const ada = await deviceOf('ada')
  const id = await startLesson()
  const [teacher, ...others] = [
    await running.console('teacher'),
    await running.console('dsl'),
    await running.console('tutor'),
  ]
  const ict = await running.console('ict')
  teacher.send({ type: 'watch', lessonId: id })
  await teacher.next('tiles')
  const flag = makeFlag(4)
  await ada.keep(flag)
  const about = ({ noun, id: which }: { noun: string; id: string }) =>
    noun === 'flag' && which === flag.flag.id
  for (const console of [teacher, ...others]) await console.next('changed', about)
  const tile = await teacher.next('tile', ({ tile: { openFlags } }) => openFlags > 0)
  expect(tile.tile.flagSeverity).toBe(3)
  expect(ict.frames).toEqual([])
  await stopLesson(id)
  for (const console of [teacher, ...others, ict]) console.socket.close()
  await ada.close()
})
