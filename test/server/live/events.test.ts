import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceCursors } from '#server/db/schema/device-cursor.ts'
import { events } from '#server/db/schema/event.ts'
import { flags } from '#server/db/schema/flag.ts'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { makeBlockedPage, makeFlag, makeReport } from '#test/support/makers/device-event.ts'
import { inSchool, type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
beforeAll(async () => {
  running = await runServer()
})
afterAll(() => running.stop())

const connected = async (identity = 'ada@pupils.test', change = {}) => {
  const enrolled = await enrolDevice(running.origin, identity)
  const device = await connectDevice(running.origin, enrolled, change)
  await device.welcome()
  return { device, enrolled }
}

const openFlags = async (): Promise<{ id: string; at: number }[]> =>
  (await running.as('dsl')('GET', '/flags')).body.flags

describe('events of a device', () => {
  test('are acknowledged again when they come again, and are there once', async () => {
    const { device } = await connected()
    const flag = makeFlag(2)
    const frame = { type: 'events', epoch: device.epoch, events: device.number([flag, makeBlockedPage()]) }
    device.send(frame)
    device.send(frame)
    expect((await device.next('kept')).through).toBe(2)
    expect((await device.next('kept')).through).toBe(2)
    expect((await openFlags()).filter(({ id }) => id === flag.flag.id)).toHaveLength(1)
    await device.close()
  })

  test('go on from where they stood after a new connection', async () => {
    const { device, enrolled } = await connected()
    await device.keep(makeBlockedPage(), makeBlockedPage())
    await device.close()
    const again = await connectDevice(running.origin, enrolled, { epoch: device.epoch })
    expect((await again.welcome()).keptThrough).toBe(2)
    const anew = await connectDevice(running.origin, enrolled)
    expect((await anew.welcome()).keptThrough).toBe(0)
    await anew.close()
  })

  test('are not taken after a gap: the answer is where it began', async () => {
    const { device } = await connected()
    await device.keep(makeBlockedPage())
    const [, third, fourth] = device.number([makeBlockedPage(), makeFlag(1), makeFlag(1)])
    device.send({ type: 'events', epoch: device.epoch, events: [third, fourth] })
    expect((await device.next('kept')).through).toBe(1)
    await device.close()
  })

  test('that make no sense are set aside and hold up nobody', async () => {
    const { device, enrolled } = await connected()
    const good = makeFlag(1)
    const numbered = device.number([makeBlockedPage(), makeBlockedPage(), good])
    const sent = [numbered[0], { ...numbered[1], body: { kind: 'page.eaten', page: 7 } }, numbered[2]]
    device.send({ type: 'events', epoch: device.epoch, events: sent })
    expect((await device.next('kept')).through).toBe(3)
    expect((await openFlags()).map(({ id }) => id)).toContain(good.flag.id)
    const rows = (await running.as('ict')('GET', '/devices')).body
    const row = rows.find((each: { id: string }) => each.id === enrolled.id)
    expect(row.notices).toMatchObject([{ code: 'event-malformed' }])
    await device.close()
  })

  test('without a number refuse the frame', async () => {
    const { device } = await connected()
    device.send({ type: 'events', epoch: device.epoch, events: [{ at: 1 }] })
    expect((await device.next('refused')).reason).toBe('bad-frame')
  })

  test('of a device whose clock is two days ahead are kept at the school time, and ICT is told', async () => {
    const ahead = Date.now() + 2 * 86_400_000
    const { device, enrolled } = await connected('ben@pupils.test', { deviceTime: ahead })
    const flag = makeFlag(3, ahead)
    await device.keep(flag)
    const row = (await openFlags()).find(({ id }) => id === flag.flag.id)
    expect(Math.abs((row?.at ?? 0) - Date.now())).toBeLessThan(60_000)
    const rows = (await running.as('ict')('GET', '/devices')).body
    const noticed = rows.find((each: { id: string }) => each.id === enrolled.id).notices
    expect(noticed).toMatchObject([{ code: 'clock-skewed', detail: expect.stringContaining('ahead') }])
    await device.close()
  })

  test('a report naming somebody who is no member of staff reaches the safeguarding team', async () => {
    const { device } = await connected()
    const report = makeReport('somebody-who-left')
    await device.keep(report)
    expect((await device.next('receipt')).receipt).toMatchObject({ heldBy: 'The safeguarding team' })
    const rows = (await running.as('lead')('GET', '/reports')).body
    expect(rows.map((row: { id: string }) => row.id)).toContain(report.report.id)
    await device.close()
  })
})

test('what was acknowledged is on disk, with its cursor', async () => {
  const own = await runServer()
  const enrolled = await enrolDevice(own.origin, 'ada@pupils.test')
  const device = await connectDevice(own.origin, enrolled)
  await device.welcome()
  const flag = makeFlag(4)
  await device.keep(makeBlockedPage(), flag)
  await own.server.close()
  await inSchool(own.dataDir, async (db) => {
    const stored = await db
      .select()
      .from(events)
      .where(eq(events.deviceId, enrolled.id))
      .orderBy(asc(events.seq))
    expect(stored.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'page.blocked'],
      [2, 'flag.raised'],
    ])
    expect(await db.select().from(deviceCursors)).toMatchObject([{ epoch: device.epoch, seq: 2 }])
    expect(await db.select().from(flags)).toMatchObject([{ id: flag.flag.id, pupilId: 'ada', severity: 4 }])
  })
  await own.stop()
})
