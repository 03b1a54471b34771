import { setTimeout } from 'node:timers/promises'
import { count } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { events } from '#server/db/schema/event.ts'
import { startServer } from '#server/serve.ts'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { makeBlockedPage } from '#test/support/makers/device-event.ts'
import { inSchool, runServer } from '#test/support/running-server.ts'

test('a server that stops finishes what it was given, tells devices to come back, and takes nobody new', async () => {
  const running = await runServer()
  const devices = []
  for (let index = 0; index < 5; index++) {
    const device = await connectDevice(running.origin, await enrolDevice(running.origin, null))
    await device.welcome()
    devices.push(device)
  }
  await Promise.all(devices.map((device) => device.keep(makeBlockedPage())))
  // Hashing takes a while: this is under way when the server stops.
  const wrong = { schoolId: 'made', email: 'nobody@staff.test', password: 'wrong' }
  const slow = running.withCookie('')('POST', '/sign-in', wrong)
  await setTimeout(15)
  await running.server.close()
  expect((await slow).status).toBe(401)
  const waits = await Promise.all(devices.map(async (device) => (await device.next('refused')).retryAfterMs))
  expect(new Set(waits).size).toBeGreaterThan(1)
  await expect(fetch(`${running.origin}/healthz`)).rejects.toThrow()
  await inSchool(running.dataDir, async (db) => {
    expect(await db.select({ all: count() }).from(events)).toEqual([{ all: 5 }])
  })
  await running.stop()
})

test('a lesson that is open lives on in the next process', async () => {
  const running = await runServer()
  const { body } = await running.as('teacher')('POST', '/lessons', { classId: '8b', minutes: 30 })
  await running.server.close()
  const settings = {
    dataDir: running.dataDir,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    consoleDir: '/nowhere',
  }
  const next = await startServer(settings, () => undefined)
  const device = await connectDevice(next.origin, await enrolDevice(next.origin, 'ada@pupils.test'))
  expect((await device.welcome()).lesson?.id).toBe(body.id)
  const teacher = await running.console('teacher', next.origin)
  teacher.send({ type: 'watch', lessonId: body.id })
  expect((await teacher.next('tiles')).tiles).toMatchObject([{ pupilId: 'ada', connected: true }, {}, {}])
  await next.close()
  await running.stop()
})
