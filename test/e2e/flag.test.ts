import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { startLesson } from '#test/support/whole/lesson.ts'
import { blockScreen, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { classPupils, nameOf } from '#test/support/whole/school.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let pupil: ManagedBrowser
let teacher: Page
let dsl: Page
const name = classPupils[0]?.name ?? ''

beforeAll(async () => {
  whole = await startWhole()
  pupil = await whole.pupil(0)
  const popup = await waitForSchool(pupil)
  teacher = await whole.consoles.as('teacher', '/lesson')
  await startLesson(teacher)
  await popup.getByText(nameOf('teacher')).first().waitFor()
  await teacher.goto(`${whole.server.origin}/flags`)
  dsl = await whole.consoles.as('dsl', '/flags')
  await dsl.getByText('Nothing is waiting').waitFor()
  await blockScreen(await pupil.open('https://drugs.test/shop'))
  await blockScreen(await pupil.open('https://weapons.test/knives'))
  await blockScreen(await pupil.open('https://www.google.com/search?q=how+to+kill+myself'))
})

afterAll(() => whole?.close())

const row = (page: Page, words: string | RegExp) =>
  page.getByRole('button').filter({ hasText: name }).filter({ hasText: words })

describe('flags of a lesson', () => {
  it('come up by themselves for the safeguarding team, the gravest first, with words, address and trace', async () => {
    await row(dsl, 'Self-harm and suicide').waitFor()
    await row(dsl, 'Drugs').waitFor()
    const first = dsl.locator('ol.queue > li').first()
    expect(await first.textContent()).toContain('Self-harm and suicide')
    await row(dsl, 'Self-harm and suicide').click()
    const drawer = dsl.getByRole('dialog')
    await drawer.getByText('Why this was flagged').waitFor()
    const text = (await drawer.textContent()) ?? ''
    expect(await drawer.locator('mark').textContent()).toMatch(/kill myself/u)
    expect(text).toContain('google.com/search')
    expect(text).toContain('Searched for it')
    expect(await drawer.locator('ol.trace > li').count()).toBeGreaterThan(0)
    await dsl.keyboard.press('Escape')
  })

  it('tell the teacher of the grave ones only that the team has been told', async () => {
    const grave = row(teacher, 'The safeguarding team has been told')
    await grave.waitFor()
    await grave.click()
    const drawer = teacher.getByRole('dialog')
    await drawer.getByText('The safeguarding team has been told').waitFor()
    const text = (await drawer.textContent()) ?? ''
    expect(text).not.toMatch(/kill|google|self-harm/iu)
    expect(await drawer.getByRole('button', { name: 'Acknowledge' }).count()).toBe(0)
    await teacher.keyboard.press('Escape')
  })

  it('show the teacher a flag of severity 2 without words and address', async () => {
    await row(teacher, 'Weapons').click()
    const drawer = teacher.getByRole('dialog')
    await drawer.getByText('The words and the address are for the safeguarding team').waitFor()
    expect(await drawer.textContent()).not.toContain('/knives')
    await teacher.keyboard.press('Escape')
  })

  it('are acknowledged by the teacher, and everybody sees by whom', async () => {
    await row(teacher, 'Drugs').click()
    const drawer = teacher.getByRole('dialog')
    expect(await drawer.textContent()).toContain('drugs.test')
    await drawer.getByRole('button', { name: 'Acknowledge' }).click()
    await teacher.getByText('You have this flag').first().waitFor()
    await dsl.getByText('Being followed up').click()
    await row(dsl, nameOf('teacher')).filter({ hasText: 'Drugs' }).waitFor()
  })

  it('tell the second person who acknowledges who was first', async () => {
    let isHeld = false
    const deputy = await whole.consoles.as('deputy', '/flags', {
      before: (page) =>
        page.routeWebSocket(/./u, (socket) => {
          const server = socket.connectToServer()
          server.onMessage((message) => {
            if (!isHeld) socket.send(message)
          })
        }),
    })
    await row(deputy, 'Weapons').click()
    const drawer = deputy.getByRole('dialog')
    await drawer.getByRole('button', { name: 'Acknowledge' }).waitFor()
    // News that is still on its way is how two people come to press the same button.
    isHeld = true
    await dsl.locator('label').filter({ hasText: 'New' }).click()
    await row(dsl, 'Weapons').click()
    await dsl.getByRole('dialog').getByRole('button', { name: 'Acknowledge' }).click()
    await dsl.getByText('You have this flag').first().waitFor()
    await drawer.getByRole('button', { name: 'Acknowledge' }).click()
    await deputy
      .getByText(`${nameOf('dsl')} has acknowledged this flag already.`)
      .first()
      .waitFor()
    await deputy.close()
  })
})
