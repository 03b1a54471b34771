import fc from 'fast-check'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import { createOutbox, mostLogLines, type Outbox } from '#extension/background/outbox.ts'
import { createJournal } from '#extension/platform/journal.ts'
import { createMemoryJournal } from '#extension/simulator/memory-journal.ts'
import type { DeviceEvent, DeviceEventBody } from '#shared/domain/device-event.ts'
import { freshDatabase, schoolMorning } from '../device-world.ts'

let ids = 0
const urgent = (commandId: string): DeviceEventBody => ({
  kind: 'command.obeyed',
  commandId,
  outcome: 'done',
})
const line = (host: string): DeviceEventBody => ({
  kind: 'page.blocked',
  page: { host, category: 'games', action: 'block', reason: 'category' },
})

function makeOutbox(
  change: { journal?: ReturnType<typeof createJournal>; fault?: (words: string | null) => void } = {},
): Outbox {
  return createOutbox({
    journal: createJournal(),
    now: () => schoolMorning,
    newId: () => `epoch-${(ids += 1)}`,
    onPut: () => undefined,
    fault: () => undefined,
    ...change,
  })
}

async function drain(outbox: Outbox): Promise<DeviceEvent[]> {
  const all: DeviceEvent[] = []
  for (let batch = await outbox.next(); batch.length > 0; batch = await outbox.next()) all.push(...batch)
  return all
}

/** A school that takes what follows on without a gap, once, and forgets nothing. */
class School {
  readonly epochs = new Map<string, DeviceEvent[]>()

  keptThrough(epoch: string): number {
    return this.epochs.get(epoch)?.length ?? 0
  }

  take(epoch: string, events: readonly DeviceEvent[]): number {
    const kept = this.epochs.get(epoch) ?? []
    this.epochs.set(epoch, kept)
    for (const event of events) if (event.seq === kept.length + 1) kept.push(event)
    return kept.length
  }

  ids(): string[] {
    const bodies = [...this.epochs.values()].flat().map(({ body }) => body)
    return bodies.flatMap((body) => (body.kind === 'command.obeyed' ? [body.commandId] : []))
  }
}

beforeEach(freshDatabase)

describe('the outbox', () => {
  it('numbers from 1 without a gap, what is urgent first', async () => {
    const outbox = makeOutbox()
    await outbox.open()
    for (const body of [line('a.test'), urgent('one'), line('b.test'), urgent('two')]) await outbox.put(body)
    const events = await drain(outbox)
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(events.map(({ body }) => body.kind)).toEqual([
      'command.obeyed',
      'command.obeyed',
      'page.blocked',
      'page.blocked',
    ])
  })

  it('says "kept" to who waits only when the school has it on disk', async () => {
    const outbox = makeOutbox()
    await outbox.open()
    const { kept } = await outbox.put(urgent('one'))
    let isKept = false
    void kept.then(() => (isKept = true))
    await drain(outbox)
    expect(isKept).toBe(false)
    await outbox.keep('another epoch', 1)
    expect(isKept).toBe(false)
    await outbox.keep(outbox.state().epoch, 1)
    await kept
    expect(await outbox.waiting()).toBe(0)
  })

  it('survives a worker that dies at any moment: nothing lost, nothing twice, order kept', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('put' as const) },
      { weight: 3, arbitrary: fc.constant('send and keep' as const) },
      { weight: 2, arbitrary: fc.constant('send, school keeps, answer lost' as const) },
      { weight: 2, arbitrary: fc.constant('send into nothing' as const) },
      { weight: 2, arbitrary: fc.constant('die' as const) },
      { weight: 1, arbitrary: fc.constant('reconnect' as const) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        freshDatabase()
        const school = new School()
        const put: string[] = []
        let outbox = makeOutbox()
        const connect = async (): Promise<void> => outbox.rewind(school.keptThrough(outbox.state().epoch))
        await outbox.open()
        await connect()
        for (const what of [...steps, 'die' as const, 'reconnect' as const, 'send and keep' as const]) {
          if (what === 'put') {
            const id = `c${put.length}`
            put.push(id)
            await outbox.put(urgent(id))
          } else if (what === 'die') {
            outbox = makeOutbox()
            await outbox.open()
            await connect()
          } else if (what === 'reconnect') await connect()
          else {
            const events = await outbox.next()
            if (what === 'send into nothing') {
              await connect()
              continue
            }
            const through = school.take(outbox.state().epoch, events)
            if (what === 'send and keep') await outbox.keep(outbox.state().epoch, through)
            else await connect()
          }
        }
        expect(school.ids()).toEqual(put)
        expect(await outbox.waiting()).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('sends again from where the school stands', async () => {
    const outbox = makeOutbox()
    await outbox.open()
    for (const id of ['one', 'two', 'three']) await outbox.put(urgent(id))
    await drain(outbox)
    await outbox.rewind(1)
    expect((await drain(outbox)).map(({ seq }) => seq)).toEqual([2, 3])
  })

  it('begins a new epoch when the school has less than it once said', async () => {
    const outbox = makeOutbox()
    await outbox.open()
    for (const id of ['one', 'two', 'three']) await outbox.put(urgent(id))
    await drain(outbox)
    const { epoch } = outbox.state()
    await outbox.keep(epoch, 2)
    await outbox.rewind(0)
    expect(outbox.state()).toMatchObject({ keptThrough: 0, numberedThrough: 0 })
    expect(outbox.state().epoch).not.toBe(epoch)
    const events = await drain(outbox)
    expect(events.map(({ seq, body }) => [seq, body])).toEqual([[1, urgent('three')]])
  })

  it('drops the oldest lines of the log when it is full, says so, and loses nothing urgent', async () => {
    const outbox = makeOutbox({ journal: createMemoryJournal() })
    await outbox.open()
    await outbox.put(urgent('precious'))
    for (let count = 0; count <= mostLogLines; count++) await outbox.put(line(`n${count}.test`))
    const events = await drain(outbox)
    const lines = events.flatMap(({ body }) => (body.kind === 'page.blocked' ? [body.page.host] : []))
    expect(lines).toHaveLength(mostLogLines + 1 - mostLogLines / 10)
    expect(lines[0]).toBe(`n${mostLogLines / 10}.test`)
    expect(events.some(({ body }) => body.kind === 'command.obeyed')).toBe(true)
    expect(
      events.some(({ body }) => body.kind === 'device.noticed' && body.notice.code === 'outbox-full'),
    ).toBe(true)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  })

  it('replaces an event that was damaged on disk by a notice with its number', async () => {
    const outbox = makeOutbox()
    await outbox.open()
    for (const id of ['one', 'two', 'three']) await outbox.put(urgent(id))
    await outbox.next()
    const database = await openDB('lapwing-outbox')
    await database.put('numbered', {
      seq: 2,
      place: 2,
      lane: 'urgent',
      at: schoolMorning,
      body: { kind: 'nonsense' },
    })
    database.close()
    await outbox.rewind(0)
    const events = await drain(outbox)
    expect(events.map(({ seq, body }) => [seq, body.kind])).toEqual([
      [1, 'command.obeyed'],
      [2, 'device.noticed'],
      [3, 'command.obeyed'],
    ])
  })

  it('makes a damaged database anew under a new epoch, and tells ICT', async () => {
    const database = await openDB('lapwing-outbox', 1, {
      upgrade: (made) => void made.createObjectStore('rubbish'),
    })
    database.close()
    const outbox = makeOutbox()
    await outbox.open()
    await outbox.put(urgent('one'))
    const bodies = (await drain(outbox)).map(({ body }) => body)
    expect(bodies).toContainEqual(
      expect.objectContaining({
        kind: 'device.noticed',
        notice: expect.objectContaining({ code: 'storage-recovered' }),
      }),
    )
    expect(bodies).toContainEqual(urgent('one'))
  })

  it('opens its store again when the browser closed it, and only then gives up', async () => {
    const journal = createJournal()
    const faults: (string | null)[] = []
    const outbox = makeOutbox({ journal, fault: (words) => faults.push(words) })
    await outbox.open()
    await outbox.put(urgent('one'))
    await deleteDB('lapwing-outbox', { blocked: () => undefined }).catch(() => undefined)
    await outbox.put(urgent('two'))
    expect((await drain(outbox)).map(({ body }) => body)).toContainEqual(urgent('two'))
    const broken = makeOutbox({
      journal: { ...journal, put: () => Promise.reject(new Error('disk full')) },
      fault: (words) => faults.push(words),
    })
    await expect(broken.put(urgent('three'))).rejects.toThrow('disk full')
    expect(faults.at(-1)).toContain('disk full')
  })

  it('keeps a frame within what the school takes', async () => {
    const outbox = makeOutbox()
    await outbox.open()
    const words = 'é'.repeat(2000)
    for (let count = 0; count < 90; count++) {
      const report = {
        id: `r${count}`,
        at: schoolMorning,
        kind: 'upset',
        words,
        about: null,
        adult: 'safeguarding-team',
      } as const
      await outbox.put({ kind: 'report.filed', report })
    }
    const first = await outbox.next()
    const bytes = new TextEncoder().encode(JSON.stringify(first)).length
    expect(bytes).toBeLessThan(256 * 1024)
    expect(first.length).toBeLessThan(90)
    expect([...first, ...(await drain(outbox))].map(({ seq }) => seq)).toEqual(
      Array.from({ length: 90 }, (_, index) => index + 1),
    )
  })
})
