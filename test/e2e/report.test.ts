import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reports } from '#server/db/schema/report.ts'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { blockScreen, openPopup, popupSays, press, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { classPupils, nameOf } from '#test/support/whole/school.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let pupil: ManagedBrowser
let tutor: Page
const [ada] = classPupils

beforeAll(async () => {
  whole = await startWhole()
  pupil = await whole.pupil(0)
  await waitForSchool(pupil)
  tutor = await whole.consoles.as('tutor', '/reports')
})

afterAll(() => whole?.close())

const reportTo = async (page: Page, adult: string, words: string): Promise<void> => {
  await press(page, 'Report this')
  await page.getByLabel('Who should get this?').selectOption({ label: adult })
  await page.getByLabel('Anything you want to add?').fill(words)
  await page.waitForTimeout(600)
  await page.getByRole('button', { name: 'Send report' }).click()
}
const tutorAsPupilsSeeThem = `${nameOf('tutor')} (Form tutor)`

describe('a report from the block screen', () => {
  let page: Page

  it('begins on a screen that says what happened in the words of the band', async () => {
    page = await pupil.open('https://bad.test/odds')
    const { title, text } = await blockScreen(page)
    expect(title).toBe('This page is blocked')
    expect(text).toContain('Lapwing stopped this page because it looks like')
    expect(text).toMatch(/gambling/iu)
    expect(text).toContain('bad.test')
    expect(text).toContain('You are not in trouble')
    await page.getByText('Why am I seeing this?').click()
    const why = page.locator('details')
    await why.getByText('School’s lists (tests 1)').waitFor()
    await why.getByText('bad.test counts as gambling').waitFor()
    await why.getByText('blocks gambling in the school day').waitFor()
    expect(whole.sites.hits('bad.test')).toEqual([])
  })

  it('is shown to the adult whom the pupil chose within two seconds', async () => {
    await reportTo(page, tutorAsPupilsSeeThem, 'an advert took me here')
    const sentAt = Date.now()
    await tutor.getByText('an advert took me here').waitFor()
    const tookMs = Date.now() - sentAt
    expect(tookMs).toBeLessThan(2000)
    const card = tutor.getByRole('listitem').filter({ hasText: 'an advert took me here' })
    expect(await card.textContent()).toContain(ada?.name)
    expect(await card.textContent()).toContain('https://bad.test/odds')
    expect(await page.getByText(`Sent. ${nameOf('tutor')} has your report.`).isVisible()).toBe(true)
  })

  it('says to the pupil that it was seen, and what was answered', async () => {
    const card = tutor.getByRole('listitem').filter({ hasText: 'an advert took me here' })
    await card.getByRole('button', { name: 'Tell them: seen' }).click()
    await page.getByText(`Seen by ${nameOf('tutor')}.`).waitFor()
    await card.getByRole('button', { name: 'Answer or close' }).click()
    await card.getByLabel('Your answer').fill('Thank you for telling me.')
    await card.getByRole('button', { name: /^Send/u }).first().click()
    await page.getByText('Thank you for telling me.').waitFor()
  })

  it('reaches nobody but the adult who was chosen', async () => {
    const ict = await whole.consoles.as('ict', '/devices')
    await ict.goto(`${whole.server.origin}/reports`)
    await ict.getByText('No pupil is waiting for you').waitFor()
    expect(await ict.getByText('an advert took me here').count()).toBe(0)
    const lead = await whole.consoles.as('lead', '/reports')
    await lead.getByRole('heading', { name: 'Reports', level: 1 }).waitFor()
    await lead.getByText('No pupil is waiting for you').waitFor()
    expect(await lead.getByText('an advert took me here').count()).toBe(0)
  })

  it('is stored while the school cannot be reached, and arrives once', async () => {
    await whole.server.stop()
    const popup = await openPopup(pupil)
    await popupSays(popup, 'the device to notice', ({ state }) => state === 'offline')
    const offline = await pupil.open('https://bad.test/again')
    await blockScreen(offline)
    await reportTo(offline, tutorAsPupilsSeeThem, 'written while offline')
    await offline.getByText('Saved on this device').waitFor()
    await whole.server.start()
    await tutor.getByText('written while offline').waitFor({ timeout: 60_000 })
    await popupSays(popup, 'the outbox to be empty', ({ waitingToSend }) => waitingToSend === 0, 60_000)
    await until('one card', async () => (await tutor.getByText('written while offline').count()) === 1)
    await whole.server.stop()
    const kept = await whole.school.change((database) =>
      database.write((db) => db.select().from(reports).where(eq(reports.words, 'written while offline'))),
    )
    expect(kept).toHaveLength(1)
    expect(kept[0]?.adult).toBe('tutor-8')
  })
})
