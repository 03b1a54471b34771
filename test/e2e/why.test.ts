import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
beforeAll(async () => {
  whole = await startWhole()
})
afterAll(() => whole?.close())

const marked = (page: Page): Promise<string[]> => page.locator('mark').allInnerTexts()

/** Tab after tab until what has the focus is called `name`. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const label =
        element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent
      return label?.trim() ?? ''
    })
    if (focused.startsWith(name)) return
  }
  throw new Error(`Tab never came to ${name}`)
}

it('a teacher asks by keyboard alone why a site is shut and finds who can open it', async () => {
  const page = await whole.consoles.as('teacher', '/lesson')
  await tabTo(page, 'Why?')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Why?' }).waitFor()
  await tabTo(page, 'Address')
  await page.keyboard.type('social.test/topic')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('Year 8, school day: Blocked').waitFor()
  await page.getByText('social.test counts as Social media').waitFor()
  const opened = page.getByRole('listitem').filter({ hasText: 'A teacher opens social.test' })
  expect(await opened.innerText()).toContain('Let through')
})

it('the telling words of a text are marked where they stand', async () => {
  const page = await whole.consoles.as('dsl', '/why')
  await page.getByText('Some words', { exact: true }).click()
  await page
    .getByRole('textbox', { name: 'Words' })
    .fill('We came home. how to kill myself painlessly tonight')
  await page.getByText('Written', { exact: true }).click()
  await page.getByRole('button', { name: 'Show why' }).click()
  await page.getByRole('heading', { name: 'The words' }).waitFor()
  expect((await marked(page)).join(' ')).toContain('kill')
  // What was asked is gone with the page.
  await page.getByRole('link', { name: 'Flags' }).click()
  await page.getByRole('link', { name: 'Why?' }).click()
  await page.getByText('Nothing is asked yet').waitFor()
})

it('on a phone the answer comes into view', async () => {
  const page = await whole.consoles.as('teacher', '/why')
  await page.setViewportSize({ width: 390, height: 700 })
  await page.getByRole('textbox', { name: 'Address' }).fill('social.test/topic')
  await page.keyboard.press('Enter')
  const answer = page.getByRole('heading', { name: 'Year 8, school day' })
  await answer.waitFor()
  await expect.poll(async () => (await answer.boundingBox())?.y).toBeLessThan(350)
})
