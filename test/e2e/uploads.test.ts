import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { lookingPupil } from '#test/support/pictures/looking-pupil.ts'
import { grey, red } from '#test/support/pictures/picture-sites.ts'
import { plain } from '#test/support/pictures/png.ts'
import { chooseFile, dropFiles, notSent } from '#test/support/pictures/sending.ts'
import { readsOn } from '#test/support/whole/lesson.ts'

const world = lookingPupil()
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
  for (const [name, colour] of [
    ['fine', grey],
    ['nude', red],
  ] as const) {
    files[name] = join(world.extensionDir, `${name}.png`)
    await writeFile(files[name], plain(200, 150, colour))
  }
  world.serve('send.test', { '/': page })
  await world.pupil.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site })
})

const says = (tab: Page): Promise<string | null> => tab.locator('#o').textContent()
const hears = (tab: Page, what: string): Promise<void> =>
  tab.locator('#o').filter({ hasText: what }).waitFor()

async function isStopped(tab: Page, send: () => Promise<unknown>): Promise<void> {
  const screen = await notSent(tab, send)
  await screen.close()
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
  ['photographed in a field for the camera', 'photographed', chooseFile],
  ['dropped on a page', 'dropped', (tab: Page, file: string) => dropFiles(tab, '#d', [file])],
] as const)('a picture that is %s', (_, how, send) => {
  it('gets there when nothing is against it, and is stopped when it is likely a nude', async () => {
    const tab = await world.pupil.open(site)
    await tab.bringToFront()
    await send(tab, files.fine)
    await hears(tab, `${how} 1`)
    await isStopped(tab, () => send(tab, files.nude))
    expect(await says(tab)).toBe(`${how} 1 `)
    await tab.close()
  })
})

describe('a picture that is pasted', () => {
  it('gets to a page that takes it, and is stopped when it is likely a nude', async () => {
    const tab = await world.pupil.open(site)
    await paste(tab, 'grey', '#t')
    await hears(tab, 'pasted 1')
    await isStopped(tab, () => paste(tab, 'red', '#t'))
    expect(await says(tab)).toBe('pasted 1 ')
    await tab.close()
  })

  it('stands in an editor as the browser would have put it there, or not at all', async () => {
    const tab = await world.pupil.open(site)
    await paste(tab, 'grey', '#e')
    await until('the picture', async () => (await tab.locator('#e img').count()) === 1)
    await isStopped(tab, () => paste(tab, 'red', '#e'))
    expect(await tab.locator('#e img').count()).toBe(1)
    await tab.close()
  })
})

describe('a full name', () => {
  const hint = 'A full name and a photo together'

  it('brings a private hint when a picture goes along, before or after it, and what is posted stays as it is', async () => {
    const tab = await world.pupil.open(site)
    await tab.bringToFront()
    await tab.locator('#t').click()
    await tab.keyboard.type('hi, my name is Amara Okafor')
    await tab.locator('#e').click()
    await chooseFile(tab, files.fine)
    await hears(tab, 'photographed 1')
    await until('the hint', async () => (await readsOn(tab)).includes(hint))
    expect(await readsOn(tab)).toContain('Only you can see this')
    await tab.screenshot({ path: 'test/output/screens/nudge-named-picture.png' })
    await tab.keyboard.press('Escape')
    expect(await readsOn(tab)).not.toContain(hint)
    expect(await tab.locator('#t').inputValue()).toBe('hi, my name is Amara Okafor')
    await tab.locator('#e').click()
    await tab.keyboard.type('me and Tom Baker at the fair')
    await until('the hint again', async () => (await readsOn(tab)).includes(hint))
    await tab.emulateMedia({ colorScheme: 'dark' })
    await tab.setViewportSize({ width: 340, height: 640 })
    await tab.screenshot({ path: 'test/output/screens/nudge-named-picture-dark-narrow.png' })
    await tab.close()
  })
})
