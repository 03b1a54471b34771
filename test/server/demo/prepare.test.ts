import { rm } from 'node:fs/promises'
import { count } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pupils } from '#server/db/schema/pupil.ts'
import { guides } from '#server/demo/people.ts'
import { prepareDemo } from '#server/demo/prepare.ts'
import { slotsNow } from '#server/services/lessons/classes.ts'
import { dataFolder } from '#test/support/makers/school.ts'
import { inSchool } from '#test/support/running-server.ts'

let dataDir = ''
beforeAll(async () => {
  dataDir = await dataFolder()
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test('the demo school is made once, with a link for every role each time', async () => {
  const first = await prepareDemo(dataDir, Date.now())
  const second = await prepareDemo(dataDir, Date.now())
  expect([first.isNew, second.isNew]).toEqual([true, false])
  expect([...second.links.keys()]).toEqual(guides.map(({ staffId }) => staffId))
  expect(second.enrolmentToken).not.toBe(first.enrolmentToken)
  await inSchool(
    dataDir,
    async (db) => expect(await db.select({ all: count() }).from(pupils)).toEqual([{ all: 60 }]),
    'demo',
  )
})

test.each(['2026-11-23T09:10:00Z', '2026-11-22T23:50:00Z', '2026-07-01T02:00:00Z'])(
  'both classes are on at %s',
  async (time) => {
    const at = Date.parse(time)
    await prepareDemo(dataDir, at)
    await inSchool(
      dataDir,
      async (db) => {
        const on = await slotsNow(db, at, 'Europe/London')
        expect(new Set(on.map(({ classId }) => classId))).toEqual(
          new Set(['class-8b-science', 'class-10a-computing']),
        )
        expect(on.every(({ endsAt }) => endsAt > at)).toBe(true)
      },
      'demo',
    )
  },
)
