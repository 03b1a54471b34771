import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertEvents, type StoredEvent } from '#server/db/insert-events.ts'
import { events } from '#server/db/schema/event.ts'
import { temporarySchool } from './temporary-school.ts'

const event = (seq: number, over: Partial<StoredEvent> = {}): StoredEvent => ({
  deviceId: 'd1',
  epoch: 'e1',
  seq,
  at: 1_795_000_000_000,
  receivedAt: 1_795_000_000_500,
  skewMs: -12,
  kind: 'page.blocked',
  pupilId: 'p1',
  body: { host: 'example.com' },
  ...over,
})

describe('inserting events', () => {
  it('stores each (device, epoch, seq) once and answers how many were new', async () => {
    const school = await temporarySchool()
    const add = (rows: StoredEvent[]) => school.write((_, execute) => insertEvents(execute, rows))
    expect(await add([event(1), event(2)])).toBe(2)
    expect(await add([event(2, { body: { host: 'forged.example' } }), event(3), event(3)])).toBe(1)
    expect(await add([event(1, { epoch: 'e2' }), event(1, { deviceId: 'd2' })])).toBe(2)
    expect(await add([])).toBe(0)
    const first = await school.read((db) =>
      db
        .select()
        .from(events)
        .where(and(eq(events.deviceId, 'd1'), eq(events.seq, 2))),
    )
    expect(first).toEqual([event(2)])
  })

  it('gives back exactly what it was given', async () => {
    const school = await temporarySchool()
    let seq = 0
    const body = fc
      .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue())
      .map((value) => JSON.parse(JSON.stringify(value)))
    const pupilId = fc.option(fc.string({ unit: 'grapheme' }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ body, pupilId, skewMs: fc.integer() }), { minLength: 1 }),
        async (many) => {
          const rows = many.map((over) => event(++seq, over))
          await school.write((_, execute) => insertEvents(execute, rows))
          const ids = new Set(rows.map((row) => row.seq))
          const stored = (await school.read((db) => db.select().from(events))).filter((row) =>
            ids.has(row.seq),
          )
          expect(stored).toEqual(rows)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('stores none of them when one is broken', async () => {
    const school = await temporarySchool()
    const broken = event(2, { kind: JSON.parse('null') })
    await expect(school.write((_, execute) => insertEvents(execute, [event(1), broken]))).rejects.toThrow(
      'NOT NULL',
    )
    expect(await school.read((db) => db.$count(events))).toBe(0)
  })
})
