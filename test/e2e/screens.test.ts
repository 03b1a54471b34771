import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSchool } from '#server/demo/seed.ts'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { giveAll, startLesson, tileOf } from '#test/support/whole/lesson.ts'
import { askBackground, blockScreen, press, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { classPupils, type Person } from '#test/support/whole/school.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

const folder = 'test/output/screens'
const modes = ['light', 'dark'] as const
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let whole: Whole
let pupil: ManagedBrowser
let popup: Page
let teacher: Page
let simulated: ChildProcess

/** Pictures a page in both modes and lets axe read each. */
async function picture(page: Page, name: string): Promise<void> {
  const violations: string[] = []
  for (const mode of modes) {
    await page.emulateMedia({ colorScheme: mode, reducedMotion: 'reduce' })
    await page.waitForTimeout(250)
    await page.screenshot({ path: join(folder, `${name}-${mode}.png`) })
    // What lies under a bar at the edge can be scrolled from under it, so axe sees the page at its full height.
    const seen = page.viewportSize() ?? { width: 1280, height: 800 }
    const [height, top] = await page.evaluate(() => [document.documentElement.scrollHeight, scrollY] as const)
    await page.setViewportSize({ ...seen, height: Math.max(seen.height, height + 100) })
    // Otherwise axe opens a tab of its own, and a lock takes that one too.
    const found = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze()
    await page.setViewportSize(seen)
    await page.evaluate((y) => scrollTo(0, y), top)
    violations.push(
      ...found.violations.map(
        ({ id, nodes }) =>
          `${name} ${mode}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    )
  }
  expect(violations).toEqual([])
}

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  whole = await startWhole()
  const others = join(whole.school.dataDir, 'pupils.json')
  await writeFile(others, JSON.stringify(classPupils.slice(1).map(({ email }) => email)))
  const school = [
    '--server',
    whole.server.origin,
    '--school',
    demoSchool.id,
    `--token=${whole.school.enrolmentToken}`,
  ]
  simulated = spawn(
    process.execPath,
    ['extension/simulator/class.ts', ...school, '--pupils', others, '--moment-seconds', '4'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  pupil = await whole.pupil(0)
  popup = await waitForSchool(pupil)
  teacher = await whole.consoles.as('teacher', '/lesson')
})

afterAll(async () => {
  simulated?.kill('SIGTERM')
  await whole?.close()
})

const sized = async (page: Page, width: number): Promise<Page> => {
  await page.setViewportSize({ width, height: width === 820 ? 1180 : 800 })
  return page
}

describe('what pupils see', () => {
  const pupilScreen = async (url: string, name: string): Promise<Page> => {
    const page = await pupil.open(url)
    await sized(page, 1280)
    await blockScreen(page)
    await picture(page, name)
    return page
  }

  it('block screen, its reasons and its forms', async () => {
    const page = await pupilScreen('https://bad.test/odds', 'block')
    await page.getByText('Why am I seeing this?').click()
    await picture(page, 'block-why')
    await press(page, 'Report this')
    await picture(page, 'block-report')
    await page.waitForTimeout(600)
    await page.getByRole('button', { name: 'Send report' }).click()
    await page.getByText('has your report').waitFor()
    await picture(page, 'block-reported')
    await page.close()
  })

  it('asking for a site', async () => {
    const page = await pupilScreen('https://social.test/topic', 'block-social')
    await press(page, 'Ask for this site')
    await picture(page, 'block-ask')
    await page.waitForTimeout(600)
    await page.getByRole('button', { name: 'Send request' }).click()
    await page
      .getByText(/Waiting for an answer|has been sent/u)
      .first()
      .waitFor()
    await picture(page, 'block-asked')
    await page.close()
  })

  it('pause and help', async () => {
    await (await pupilScreen('https://games.test/', 'pause')).close()
    await (await pupilScreen('https://www.google.com/search?q=i+want+to+die', 'help')).close()
    await (await pupilScreen('https://www.google.com/search?q=how+to+kill+myself', 'block-self-harm')).close()
  })

  it('a picture that was not sent', async () => {
    const page = await pupil.extensionPage('upload.html#https://send.test/')
    await page.getByRole('heading', { name: 'This picture was not sent' }).waitFor()
    for (const width of [1280, 820, 390]) {
      await sized(page, width)
      await picture(page, `upload-${width}`)
    }
    await page.close()
  })

  it('popup', async () => {
    await popup.setViewportSize({ width: 384, height: 640 })
    await popup.reload()
    await popup.getByText('this device is protected').waitFor()
    await picture(popup, 'popup')
    await popup.getByRole('button', { name: 'What my school can see' }).click()
    await popup.getByRole('heading', { name: 'What my school can see' }).waitFor()
    await picture(popup, 'popup-school-sees')
    await popup.reload()
  })
})

describe('what staff see', () => {
  const both = async (page: Page, name: string): Promise<void> => {
    for (const width of [1280, 820]) {
      await sized(page, width)
      await picture(page, `${name}-${width}`)
    }
  }
  const room = async (person: Person, place: string, name: string, shows: string | RegExp): Promise<Page> => {
    const page = await whole.consoles.as(person, place)
    await page.getByText(shows).first().waitFor()
    await both(page, name)
    return page
  }

  it('sign-in', async () => {
    const context = await teacher.context().browser()?.newContext()
    if (context === undefined) throw new Error('no browser')
    const page = await context.newPage()
    await page.goto(`${whole.server.origin}/sign-in`)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await both(page, 'sign-in')
    await context.close()
  })

  it('classes, the wall of a lesson, a pupil and a command', async () => {
    await teacher.getByRole('button', { name: 'Start lesson' }).waitFor()
    await both(teacher, 'classes')
    await startLesson(teacher)
    const page = await pupil.open('https://social.test/topic')
    await blockScreen(page)
    await askBackground(popup, 'request.make', { url: 'https://social.test/topic', words: 'for our poster' })
    await teacher.getByText('for our poster').first().waitFor()
    await until(
      'the class to be there',
      async () => (await teacher.locator('[data-tile]').filter({ hasText: 'Not connected' }).count()) < 4,
      { timeoutMs: 60_000, everyMs: 500 },
    )
    await both(teacher, 'lesson')
    await sized(teacher, 1280)
    await tileOf(teacher, classPupils[0]?.name ?? '').click()
    await teacher.getByRole('dialog').or(teacher.getByText('In this lesson')).first().waitFor()
    await both(teacher, 'lesson-pupil')
    await teacher.keyboard.press('Escape')
    await sized(teacher, 1280)
    await teacher.getByRole('button', { name: 'Lock', exact: true }).first().click()
    await teacher.getByRole('dialog').waitFor()
    await picture(teacher, 'lesson-lock-1280')
    await teacher.keyboard.press('Escape')
    await giveAll(teacher, 'Lock', 'Look at the board')
    await sized(page, 1280)
    await page.getByRole('heading', { name: 'Screens are paused' }).waitFor()
    await picture(page, 'lock')
    await giveAll(teacher, 'Unlock')
  }, 300_000)

  it('flags and reports', async () => {
    const dsl = await room('dsl', '/flags', 'flags', 'Self-harm and suicide')
    await dsl.getByRole('button').filter({ hasText: 'Self-harm and suicide' }).first().click()
    await dsl.getByRole('dialog').getByText('Why this was flagged').waitFor()
    await both(dsl, 'flag')
    await dsl.getByRole('button', { name: 'Close with an outcome' }).click()
    await picture(dsl, 'flag-close-820')
    await room('dsl', '/reports', 'reports', 'Not read yet')
    const teachers = await room('teacher', '/flags', 'flags-teacher', 'The safeguarding team has been told')
    await teachers.close()
  })

  it('devices, nobody’s reports and a place that is not there', async () => {
    await room('ict', '/devices', 'devices', classPupils[0]?.name ?? '')
    await room('ict', '/reports', 'reports-empty', 'No pupil is waiting for you')
    await room('ict', '/nowhere', 'nowhere', 'There is no such page')
  })

  it('why a page or some words are decided as they are', async () => {
    const page = await room('lead', '/why', 'why-empty', 'Nothing is asked yet')
    await page.getByRole('button', { name: 'Show why' }).click()
    await page.getByText('Paste an address first').waitFor()
    await page.getByRole('textbox', { name: 'Address' }).fill('https://social.test/topic')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What would change it' }).waitFor()
    await both(page, 'why-address')
    await sized(page, 390)
    await page.getByRole('heading', { name: 'How it came about' }).scrollIntoViewIfNeeded()
    await picture(page, 'why-address-390')
    await page.getByText('Some words', { exact: true }).click()
    await page
      .getByRole('textbox', { name: 'Words' })
      .fill('Dear diary,\nno one likes me. how to kill myself painlessly tonight')
    await page.getByText('Written', { exact: true }).click()
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Show why' }).click()
    await page.getByRole('heading', { name: 'The words' }).waitFor()
    await both(page, 'why-words')
    await sized(page, 390)
    await picture(page, 'why-words-390')
    await page.close()
  })

  it('a server that is away', async () => {
    simulated.kill('SIGTERM')
    await whole.server.stop()
    await teacher.getByText('server can’t be reached').waitFor({ timeout: 60_000 })
    await picture(teacher, 'offline-1280')
    const page = await pupil.open('https://bad.test/offline')
    await sized(page, 1280)
    await blockScreen(page)
    await picture(page, 'block-offline')
  })
})
