import { beforeEach, expect, it } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import {
  freshDatabase,
  makeWorld,
  school,
  settle,
  takesEnrolment,
  until,
  welcome,
  type World,
} from '../device-world.ts'

beforeEach(freshDatabase)

const screen = { tabId: 1, isTop: true, url: 'our:screen', title: null }
const told = {
  kind: 'upset',
  words: 'for the first school alone',
  adult: 'safeguarding-team',
  url: null,
} as const

const tried = { category: 'gambling', at: 1_790_000_000_000 }

/** Waits for what needs both the world's time and the key store's own. */
async function inTime<T>(world: World, look: () => T | undefined): Promise<T> {
  for (let turn = 0; turn < 500; turn++) {
    const found = look()
    if (found !== undefined) return found
    await world.time.pass(20)
    await settle()
  }
  throw new Error('it never came')
}

async function moveTo(schoolId: string) {
  const world = makeWorld()
  await world.records.put('tries', [tried])
  let changed: () => void = () => undefined
  let managed = school
  takesEnrolment(world)
  const device = createDevice({
    ...world.ports,
    managed: { read: async () => managed, changed: (run) => void (changed = run) },
  })
  await device.start()
  const first = await until(() => world.sockets.at(-1))
  // Answers only once the school has it, or after a while of this world's time.
  void device.handlers['report.file'](told, screen)
  await settle()
  managed = { ...school, schoolId, serverUrl: 'http://elsewhere.test' }
  changed()
  const next = await inTime(world, () => world.sockets.find(({ url }) => url.includes('elsewhere')))
  next.say({ type: 'challenge', nonce: 'n', protocol: 1 })
  await inTime(world, () => next.sent.find(({ type }) => type === 'hello'))
  next.say(welcome({ serverTime: world.time.now }))
  await settle()
  return { world, device, first, next }
}

it('is told nothing that was meant for the school before it', async () => {
  const { world, device, first, next } = await moveTo('second-school')
  expect(first.isOpen()).toBe(false)
  void device.handlers['report.file']({ ...told, words: 'for the second school' }, screen)
  const sent = () => JSON.stringify(next.sent)
  await inTime(world, () => (sent().includes('for the second school') ? true : undefined))
  expect(sent()).not.toContain('for the first school alone')
})

it('is another one only by its id: a school that moves its server loses nothing', async () => {
  const { world, next } = await moveTo(school.schoolId)
  const sent = () => JSON.stringify(next.sent)
  await inTime(world, () => next.sent.find(({ type }) => type === 'events'))
  expect(sent()).toContain('for the first school alone')
})

it('finds nothing of what the device remembered of its pupil', async () => {
  const tries = async (schoolId: string) => (await (await moveTo(schoolId)).world.records.all()).get('tries')
  expect(await tries(school.schoolId)).toEqual([tried])
  expect(await tries('second-school')).toEqual([])
})
