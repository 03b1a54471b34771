import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BatchEvent, type EventBatch, insertEvents } from '#server/db/insert-events.ts'
import { events } from '#server/db/schema/event.ts'
import { temporarySchool } from './temporary-school.ts'

const batch: EventBatch = {
  deviceId: 'd1',
  epoch: 'e1',
  receivedAt: 1_795_000_000_500,
  skewMs: -12,
  pupilId: 'p1',
}
const event = (seq: number, over: Partial<BatchEvent> = {}): BatchEvent => ({
  seq,
  at: 1_795_000_000_000,
  kind: 'page.blocked',
  body: { host: 'example.com' },
  ...over,
})

describe('inserting events', () => {
  it('stores each (device, epoch, seq) once and answers how many were new', async () => {
    const school = await temporarySchool()
    const add = (rows: BatchEvent[], over: Partial<EventBatch> = {}) =>
      school.write((_, execute) => insertEvents(execute, { ...batch, ...over }, rows))
    expect(await add([event(1), event(2)])).toBe(2)
    expect(await add([event(2, { body: { host: 'forged.example' } }), event(3), event(3)])).toBe(1)
    expect(await add([event(1)], { epoch: 'e2' })).toBe(1)
    expect(await add([event(1)], { deviceId: 'd2' })).toBe(1)
    expect(await add([])).toBe(0)
    const second = and(eq(events.deviceId, 'd1'), eq(events.seq, 2))
    expect(await school.read((db) => db.select().from(events).where(second))).toEqual([
      { ...batch, ...event(2) },
    ])
  })

  it('gives back exactly what it was given', async () => {
    const school = await temporarySchool()
    const body = fc
      .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue())
      .map((value): object => JSON.parse(JSON.stringify(value)))
    const pupilId = fc.option(fc.string({ unit: 'grapheme' }))
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1 }),
        pupilId,
        fc.integer(),
        async (bodies, pupil, skewMs) => {
          const epoch = `run-${++run}`
          const shared = { ...batch, epoch, skewMs, pupilId: pupil }
          const rows = bodies.map((each, index) => event(index + 1, { body: each }))
          await school.write((_, execute) => insertEvents(execute, shared, rows))
          const stored = await school.read((db) => db.select().from(events).where(eq(events.epoch, epoch)))
          expect(stored).toEqual(rows.map((row) => ({ ...shared, ...row })))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('stores none of them when one is broken', async () => {
    const school = await temporarySchool()
    const broken = event(2, { kind: JSON.parse('null') })
    const writing = school.write((_, execute) => insertEvents(execute, batch, [event(1), broken]))
    await expect(writing).rejects.toThrow('NOT NULL')
    expect(await school.read((db) => db.$count(events))).toBe(0)
  })
})
