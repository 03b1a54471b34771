import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSchool } from '#server/demo/seed.ts'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { giveAll, readsOn, startLesson, tileOf } from '#test/support/whole/lesson.ts'
import { blockScreen, popupSays, press, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { classPupils, nameOf } from '#test/support/whole/school.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let pupil: ManagedBrowser
let popup: Page
let teacher: Page
let page: Page
const name = classPupils[0]?.name ?? ''
const marker = 'Zanzibar marker 4711'
const heard: string[] = []

const titled = (title: string) => () => ({
  body: `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`,
})

beforeAll(async () => {
  whole = await startWhole()
  whole.sites.serve('lake.test', titled(marker))
  whole.sites.serve('river.test', titled('Rivers'))
  whole.sites.serve('help.test', titled('Talk to somebody'))
  whole.sites.serve('social.test', titled('Everybody is here'))
  pupil = await whole.pupil(0)
  popup = await waitForSchool(pupil)
  teacher = await whole.consoles.as('teacher', '/lesson', {
    before: async (tab) => {
      tab.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
      )
    },
  })
  page = await pupil.open('https://lake.test/deep/path?q=private')
})

afterAll(() => whole?.close())

describe('a lesson', () => {
  it('shows nothing of a pupil before it starts', async () => {
    await page.bringToFront()
    await page.reload()
    expect(heard.join('\n')).not.toContain('lake.test')
  })

  it('shows site and title of the tab in front, and never the address', async () => {
    await startLesson(teacher)
    await page.bringToFront()
    const tile = tileOf(teacher, name)
    await until('the tile', async () => ((await tile.textContent()) ?? '').includes(marker))
    const text = (await tile.textContent()) ?? ''
    expect(text).toContain('lake.test')
    expect(heard.join('\n')).not.toContain('deep/path')
    const { watchedBy } = await popupSays(popup, 'who watches', (view) => view.watchedBy !== null)
    expect(watchedBy).toContain(nameOf('teacher'))
  })

  it('shows nothing of a page that offers help', async () => {
    const help = await pupil.open('https://help.test/talk')
    const tile = tileOf(teacher, name)
    await until('the tile', async () => ((await tile.textContent()) ?? '').includes('Private page'))
    expect(await tile.textContent()).not.toMatch(/help\.test|Talk/u)
    expect(heard.join('\n')).not.toMatch(/help\.test|Talk to somebody/u)
    await help.close()
  })

  it('locks every tab, and gives the pages back', async () => {
    const other = await pupil.open('https://river.test/')
    await giveAll(teacher, 'Lock', 'Look at the board')
    for (const tab of [page, other]) {
      const { title, text } = await blockScreen(tab)
      expect(title).toBe('Screens are paused')
      expect(text).toContain('Look at the board')
    }
    const opened = await pupil.open('https://river.test/while-locked')
    expect((await blockScreen(opened)).title).toBe('Screens are paused')
    await opened.close()
    await teacher.getByText('Locked', { exact: true }).first().waitFor()
    await giveAll(teacher, 'Unlock')
    await page.waitForURL('https://lake.test/deep/path?q=private')
    await other.waitForURL('https://river.test/')
    await other.close()
  })

  it('opens a site in front of the pupil', async () => {
    const opening = pupil.context.waitForEvent('page')
    await giveAll(teacher, 'Open a site', 'https://river.test/atlas')
    const opened = await opening
    await opened.waitForURL('https://river.test/atlas')
    await opened.close()
  })

  it('shows a message on the page', async () => {
    await page.bringToFront()
    await giveAll(teacher, 'Message', 'Two minutes left, everybody')
    await until('the message', async () => (await readsOn(page)).includes('Two minutes left, everybody'))
    expect(await readsOn(page)).toContain(nameOf('teacher'))
  })

  it('opens a page by itself when the request from its block screen is allowed', async () => {
    const asked = await pupil.open('https://social.test/topic')
    expect((await blockScreen(asked)).title).toBe('This page is blocked')
    await press(asked, 'Ask for this site')
    await asked.getByLabel('Why do you need it?').fill('for our poster')
    await asked.waitForTimeout(600)
    await asked.getByRole('button', { name: 'Send request' }).click()
    const request = teacher.getByRole('list', { name: 'Pupils who ask for a site' }).getByRole('listitem')
    await request.filter({ hasText: 'for our poster' }).waitFor()
    await request.getByRole('button', { name: 'Allow this lesson' }).click()
    await asked.waitForURL('https://social.test/topic')
    expect(await asked.textContent('h1')).toBe('Everybody is here')
    await asked.close()
  })

  it('ends with its opened sites, and nothing flows any more', async () => {
    await teacher.getByRole('button', { name: 'Stop lesson' }).click()
    await teacher.getByText('The lesson is over').waitFor()
    await popupSays(popup, 'that nobody watches', (view) => view.watchedBy === null)
    heard.length = 0
    const again = await pupil.open('https://social.test/topic')
    const { title, text } = await blockScreen(again)
    expect(title).toBe('This page is blocked')
    expect(text).not.toContain('Granted')
    whole.sites.serve('after.test', titled('After the lesson'))
    await pupil.open('https://after.test/')
    const view = await popupSays(popup, 'nothing shown', ({ activity }) => activity === null)
    expect(view.activity).toBeNull()
    expect(heard.join('\n')).not.toMatch(/after\.test|After the lesson/u)
  })

  it('leaves nothing of what was watched in the school’s files', async () => {
    await whole.server.stop()
    const folder = join(whole.school.dataDir, 'schools', demoSchool.id)
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((it) =>
      it.isFile(),
    )
    const bytes = await Promise.all(files.map((it) => readFile(join(it.parentPath, it.name), 'latin1')))
    const holds = (words: string): boolean => bytes.some((text) => text.includes(words))
    expect(files.map((it) => it.name)).toContain('school.db')
    expect(holds('for our poster')).toBe(true)
    expect({ title: holds(marker), site: holds('lake.test') }).toEqual({ title: false, site: false })
  })
})
