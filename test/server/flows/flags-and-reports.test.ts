import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from '#server/db/schema/audit.ts'
import { firstBrokenAuditRow } from '#server/services/audit.ts'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { makeFlag, makeReport } from '#test/support/makers/device-event.ts'
import { inSchool, type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
let ada: Awaited<ReturnType<typeof connectDevice>>
beforeAll(async () => {
  running = await runServer()
  ada = await connectDevice(running.origin, await enrolDevice(running.origin, 'ada@pupils.test'))
  await ada.welcome()
})
afterAll(() => running.stop())

describe('a flag', () => {
  test('is acknowledged by one person; the other learns who was first', async () => {
    const flag = makeFlag(4)
    await ada.keep(flag)
    const path = `/flags/${flag.flag.id}/acknowledge`
    const answers = await Promise.all(['dsl', 'lead'].map((who) => running.as(who)('POST', path)))
    expect(answers.map(({ status }) => status)).toContain(409)
    const won = answers.find(({ status }) => status === 200)?.body
    const lost = answers.find(({ status }) => status === 409)?.body
    expect(won).toBeDefined()
    expect(lost).toMatchObject({
      code: 'conflict',
      message: `${won.acknowledgedBy} has acknowledged this flag already.`,
    })
  })

  test('keeps its notes and how it was closed', async () => {
    const flag = makeFlag(3)
    await ada.keep(flag)
    const dsl = running.as('dsl')
    const at = `/flags/${flag.flag.id}`
    await dsl('POST', `${at}/notes`, { text: ' Spoke with her tutor ' })
    const closing = { outcome: 'concern-recorded', intent: 'unknown', why: 'She asked for help' }
    const { body } = await dsl('POST', `${at}/close`, closing)
    expect(body).toMatchObject({
      status: 'closed',
      notes: [{ by: 'Staff dsl', text: 'Spoke with her tutor' }],
      closed: { by: 'Staff dsl', ...closing },
      may: { acknowledge: false, close: false },
      decision: { trace: [{ from: 'starter 1' }] },
    })
    expect((await dsl('POST', `${at}/close`, closing)).status).toBe(409)
    expect((await dsl('POST', `${at}/close`, { ...closing, outcome: 'forgotten' })).status).toBe(400)
  })

  test('stands in the queue by severity, then age, page after page, each once', async () => {
    const sent = ([1, 2, 3, 4] as const).flatMap((level) => Array.from({ length: 20 }, () => makeFlag(level)))
    await ada.keep(...sent)
    const seen: { id: string; severity: number; receivedAt: number }[] = []
    let cursor = ''
    for (let page = 0; page < 9; page++) {
      const { body } = await running.as('dsl')('GET', `/flags?status=new${cursor}`)
      seen.push(...body.flags)
      if (body.next === null) break
      cursor = `&cursor=${encodeURIComponent(body.next)}`
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(80)
    const sorted = seen.toSorted((a, b) => b.severity - a.severity || a.receivedAt - b.receivedAt)
    expect(seen.map(({ severity, receivedAt }) => [severity, receivedAt])).toEqual(
      sorted.map(({ severity, receivedAt }) => [severity, receivedAt]),
    )
    expect((await running.as('dsl')('GET', '/flags?cursor=9.x.y')).status).toBe(400)
  })
})

test('a report walks to the adult the pupil chose, and the answer walks back', async () => {
  const tutor = await running.console('tutor')
  const report = makeReport('tutor', 'Somebody is mean to me')
  await ada.keep(report)
  await tutor.next('changed', ({ noun }) => noun === 'report')
  expect((await ada.next('receipt')).receipt).toMatchObject({
    status: 'filed',
    heldBy: 'Staff tutor',
    reply: null,
  })
  const as = running.as('tutor')
  const [row] = (await as('GET', '/reports')).body
  expect(row).toMatchObject({
    words: 'Somebody is mean to me',
    pupil: { name: 'Ada Example' },
    adult: { isMe: true },
  })
  await as('POST', `/reports/${row.id}/seen`)
  expect((await ada.next('receipt')).receipt).toMatchObject({ status: 'seen' })
  await as('POST', `/reports/${row.id}/reply`, { reply: 'Come and see me at lunch', close: true })
  const last = {
    reportId: report.report.id,
    status: 'closed',
    heldBy: 'Staff tutor',
    reply: 'Come and see me at lunch',
  }
  expect((await ada.next('receipt')).receipt).toEqual(last)
  tutor.socket.close()
})

test('signing out ends the console that looks on', async () => {
  const console = await running.console('head-of-8')
  expect((await running.as('head-of-8')('POST', '/sign-out')).status).toBe(204)
  await console.next('signed-out')
  expect(await console.closed).toBe(4001)
})

test('every look at a pupil is in the audit, whose chain shows what was taken out', async () => {
  const own = await runServer()
  const device = await connectDevice(own.origin, await enrolDevice(own.origin, 'ada@pupils.test'))
  await device.welcome()
  const flag = makeFlag(1)
  await device.keep(flag)
  await own.as('dsl')('GET', `/flags/${flag.flag.id}`)
  await own.as('dsl')('GET', '/flags')
  await own.server.close()
  await inSchool(own.dataDir, async (db) => {
    const rows = await db.select().from(audit)
    expect(rows.map(({ action, staffId, pupilId }) => [action, staffId, pupilId])).toEqual([
      ['device.enrol', null, 'ada'],
      ['flag.view', 'dsl', 'ada'],
      ['flags.list', 'dsl', null],
    ])
    expect(await firstBrokenAuditRow(db)).toBeNull()
    await db.run('drop trigger audit_no_delete')
    await db.run("delete from audit where action = 'flag.view'")
    expect(await firstBrokenAuditRow(db)).toBe(rows.at(-1)?.id)
  })
  await own.stop()
})

test('when the look cannot be written down there is no look, but a report is still taken', async () => {
  const own = await runServer((dataDir) =>
    inSchool(dataDir, async (db) => {
      await db.run(
        "create trigger full before insert on audit when new.action <> 'device.enrol' begin select raise(abort, 'disk full'); end",
      )
    }),
  )
  const device = await connectDevice(own.origin, await enrolDevice(own.origin, 'ada@pupils.test'))
  await device.welcome()
  const flag = makeFlag(4)
  expect((await device.keep(flag, makeReport())).through).toBe(2)
  const look = await own.as('dsl')('GET', `/flags/${flag.flag.id}`)
  expect([look.status, look.body.code]).toEqual([500, 'broken'])
  expect(JSON.stringify(look.body)).not.toContain('secret')
  await own.stop()
})
