import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '#server/db/schema/event.ts'
import { reports } from '#server/db/schema/report.ts'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { crash } from '#test/support/whole/crash.ts'
import { askBackground, openPopup, popupSays, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let pupil: ManagedBrowser
let popup: Page
const filed: string[] = []
const rounds = 6
const perRound = 12

beforeAll(async () => {
  whole = await startWhole()
  pupil = await whole.pupil(0)
  popup = await waitForSchool(pupil)
})

afterAll(() => whole?.close())

/** Files a report as the popup does; resolves with what the pupil is told. */
const file = (words: string): Promise<{ state: string }> => {
  filed.push(words)
  return askBackground(popup, 'report.file', { kind: 'upset', words, adult: 'safeguarding-team', url: null })
}

/** What the school's file holds of the reports, and of the events they came in. Stops the server. */
async function inTheFile(): Promise<{ kept: string[]; arrived: string[] }> {
  await whole.server.stop()
  return whole.school.change((database) =>
    database.write(async (db) => {
      const kept = await db.select({ words: reports.words }).from(reports)
      const rows = await db.select({ body: events.body }).from(events).where(eq(events.kind, 'report.filed'))
      const arrived = rows.map(({ body }) => (body as { report: { words: string } }).report.words)
      return { kept: kept.map(({ words }) => words), arrived }
    }),
  )
}

const allSent = (): Promise<unknown> =>
  popupSays(
    popup,
    'the outbox to be empty',
    ({ waitingToSend, state }) => waitingToSend === 0 && state === 'protected',
    90_000,
  )

describe('what a pupil has told', () => {
  it(`is neither lost nor doubled by ${rounds} kills of the server between event and acknowledgement`, async () => {
    const delays: number[] = []
    for (let round = 0; round < rounds; round++) {
      const filing = Array.from({ length: perRound }, (_, index) => file(`kill ${round}-${index}`))
      const delayMs = Math.round(Math.random() * 60)
      delays.push(delayMs)
      await wait(delayMs)
      await whole.server.kill()
      const told = await Promise.all(filing)
      expect(told.every(({ state }) => state === 'sent' || state === 'stored')).toBe(true)
      await whole.server.start()
      await popupSays(popup, 'the device to be back', ({ state }) => state === 'protected', 60_000)
    }
    await allSent()
    const { kept, arrived } = await inTheFile()
    const sent = filed.toSorted()
    expect(kept.toSorted(), `killed after ${delays.join(', ')} ms`).toEqual(sent)
    expect(arrived.toSorted(), `killed after ${delays.join(', ')} ms`).toEqual(sent)
    await whole.server.start()
  })

  it('is sent after the browser was killed with it in the outbox', async () => {
    await whole.server.stop()
    await popupSays(popup, 'the device to notice', ({ state }) => state === 'offline')
    const told = await Promise.all(Array.from({ length: 10 }, (_, index) => file(`crash ${index}`)))
    expect(told.map(({ state }) => state)).toEqual(told.map(() => 'stored'))
    await crash(pupil)
    await pupil.restart()
    await pupil.waitForWorker()
    popup = await openPopup(pupil)
    const { waitingToSend } = await popupSays(
      popup,
      'the outbox to be read',
      (view) => view.waitingToSend > 0,
    )
    expect(waitingToSend).toBeGreaterThanOrEqual(10)
    await whole.server.start()
    await allSent()
    const { kept, arrived } = await inTheFile()
    expect(kept.toSorted()).toEqual(filed.toSorted())
    expect(arrived.toSorted()).toEqual(filed.toSorted())
  })
})
