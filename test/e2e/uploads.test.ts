import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { grey, red, servePictures } from '#test/support/pictures/picture-sites.ts'
import { plain } from '#test/support/pictures/png.ts'
import { extensionWithModel } from '#test/support/pictures/test-model.ts'
import { waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let pupil: ManagedBrowser
let extension: Awaited<ReturnType<typeof extensionWithModel>>
const files = { fine: '', nude: '' }

const site = 'https://send.test/'
const got = 'const got = (how, files) => { o.textContent += `${how} ${files.length} ` }'
const page =
  '<input type="file" id="f" accept="image/*" capture="environment"><div id="d" style="width: 300px; height: 200px">Drop it here</div>' +
  '<div id="e" contenteditable style="width: 300px; height: 100px"></div><textarea id="t"></textarea><output id="o"></output>' +
  `<script>${got}; f.onchange = () => got('photographed', f.files); d.ondragover = (event) => event.preventDefault();` +
  'd.ondrop = (event) => { event.preventDefault(); got("dropped", event.dataTransfer.files) };' +
  't.onpaste = (event) => got("pasted", event.clipboardData.files)</script>'

beforeAll(async () => {
  whole = await startWhole()
  extension = await extensionWithModel('test')
  for (const [name, colour] of [
    ['fine', grey],
    ['nude', red],
  ] as const) {
    files[name] = join(extension.dir, `${name}.png`)
    await writeFile(files[name], plain(200, 150, colour))
  }
  servePictures(whole.sites, 'send.test', { '/': page })
  pupil = await whole.pupil(0, { extensionDir: extension.dir })
  await waitForSchool(pupil)
  await pupil.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site })
})

afterAll(async () => {
  await whole?.close()
  await extension?.remove()
})

const says = (tab: Page): Promise<string | null> => tab.locator('#o').textContent()
const hears = (tab: Page, what: string): Promise<void> =>
  tab.locator('#o').filter({ hasText: what }).waitFor()

/** The screen that says that a picture was not sent. */
async function isStopped(act: () => Promise<unknown>): Promise<void> {
  const opened = pupil.context.waitForEvent('page')
  await act()
  const screen = await opened
  await screen.getByRole('heading', { name: 'This picture was not sent' }).waitFor()
  await screen.close()
}

async function photograph(tab: Page, file: string): Promise<void> {
  const chooser = tab.waitForEvent('filechooser')
  await tab.locator('#f').click()
  await (await chooser).setFiles(file)
}

/** As a person drags a file out of a folder: the browser makes the events. */
async function drop(tab: Page, file: string): Promise<void> {
  const box = await tab.locator('#d').boundingBox()
  if (box === null) throw new Error('there is nothing to drop it on')
  const session = await tab.context().newCDPSession(tab)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 40, data })
  await session.detach()
}

/** Copies a picture and pastes it with the keyboard. */
async function paste(tab: Page, name: string, into: string): Promise<void> {
  await tab.bringToFront()
  await tab.evaluate(async (url) => {
    const picture = await (await fetch(url)).blob()
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
  }, `/${name}.png`)
  await tab.locator(into).click()
  await tab.keyboard.press('Control+V')
}

describe.each([
  ['photographed in a field for the camera', 'photographed', photograph],
  ['dropped on a page', 'dropped', drop],
] as const)('a picture that is %s', (_, how, send) => {
  it('gets there when nothing is against it, and is stopped when it is likely a nude', async () => {
    const tab = await pupil.open(site)
    await tab.bringToFront()
    await send(tab, files.fine)
    await hears(tab, `${how} 1`)
    await isStopped(() => send(tab, files.nude))
    expect(await says(tab)).toBe(`${how} 1 `)
    await tab.close()
  })
})

describe('a picture that is pasted', () => {
  it('gets to a page that takes it, and is stopped when it is likely a nude', async () => {
    const tab = await pupil.open(site)
    await paste(tab, 'grey', '#t')
    await hears(tab, 'pasted 1')
    await isStopped(() => paste(tab, 'red', '#t'))
    expect(await says(tab)).toBe('pasted 1 ')
    await tab.close()
  })

  it('stands in an editor as the browser would have put it there, or not at all', async () => {
    const tab = await pupil.open(site)
    await paste(tab, 'grey', '#e')
    await until('the picture', async () => (await tab.locator('#e img').count()) === 1)
    await isStopped(() => paste(tab, 'red', '#e'))
    expect(await tab.locator('#e img').count()).toBe(1)
    await tab.close()
  })
})
