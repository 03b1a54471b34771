import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { lookingPupil } from '#test/support/pictures/looking-pupil.ts'
import { grey, red } from '#test/support/pictures/picture-sites.ts'
import { plain } from '#test/support/pictures/png.ts'
import { dropFiles, notSent } from '#test/support/pictures/sending.ts'

const world = lookingPupil()

const site = 'https://handed.test'
const page =
  '<textarea id="words"></textarea><div id="editor" contenteditable="true" style="min-height: 2rem"></div>' +
  '<div id="place" style="width: 300px; height: 150px">Here</div><output id="o"></output><script>' +
  'const got = (how, { files }) => { o.textContent += `${how} ${files.length} ` };' +
  'place.ondragover = (event) => event.preventDefault();' +
  'place.ondrop = (event) => { event.preventDefault(); got("dropped", event.dataTransfer) };' +
  'words.onpaste = (event) => got("pasted", event.clipboardData)</script>'

beforeAll(async () => {
  world.serve('handed.test', { '/': page })
  await world.pupil.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site })
})

/** Puts a picture of one colour, and the words that came with it, where copied things lie. */
const copy = (tab: Page, colour: readonly number[], words: string): Promise<void> =>
  tab.evaluate(
    async ([colour, words]) => {
      const canvas = new OffscreenCanvas(300, 200)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.fillStyle = `rgb(${colour.join()})`
      context.fillRect(0, 0, 300, 200)
      const picture = await canvas.convertToBlob({ type: 'image/png' })
      const text = words === '' ? {} : { 'text/plain': new Blob([words], { type: 'text/plain' }) }
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture, ...text })])
    },
    [colour, words] as const,
  )

async function paste(tab: Page, where: string): Promise<void> {
  await tab.locator(where).click()
  await tab.keyboard.press('Control+V')
}

async function drop(
  tab: Page,
  colour: readonly [number, number, number],
  others: readonly string[] = [],
): Promise<void> {
  const file = join(world.extensionDir, 'dropped.png')
  await writeFile(file, plain(200, 150, colour))
  await dropFiles(tab, '#place', [file, ...others])
  await rm(file)
}

const opened = async (): Promise<Page> => {
  await world.pupil.context.pages()[0]?.bringToFront()
  const tab = await world.pupil.open(`${site}/`)
  await tab.bringToFront()
  await tab.locator('#place').click()
  return tab
}

describe('a picture that is pasted', () => {
  it('reaches the page when nothing is against it', async () => {
    const tab = await opened()
    await copy(tab, grey, '')
    await paste(tab, '#words')
    await tab.locator('#o').filter({ hasText: 'pasted 1' }).waitFor()
    await tab.close()
  })

  it('costs nobody the words that were copied with it', async () => {
    const tab = await opened()
    await copy(tab, grey, 'two cells of a table')
    await paste(tab, '#words')
    await expect.poll(() => tab.locator('#words').inputValue()).toBe('two cells of a table')
    await paste(tab, '#editor')
    await expect.poll(() => tab.locator('#editor').textContent()).toBe('two cells of a table')
    await tab.close()
  })

  it('stands in an editor that leaves pasting to the browser', async () => {
    const tab = await opened()
    await copy(tab, grey, '')
    await paste(tab, '#editor')
    const picture = tab.locator('#editor img')
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(300)
    expect(await picture.getAttribute('src')).toMatch(/^data:image\/png/u)
    await tab.close()
  })

  it('is stopped when it is likely a nude', async () => {
    const tab = await opened()
    await copy(tab, red, '')
    const screen = await notSent(tab, () => paste(tab, '#words'))
    expect(await tab.locator('#o').textContent()).toBe('')
    await screen.close()
    await tab.close()
  })
})

describe('a picture that is dropped', () => {
  it('costs nobody the folder that was dropped with it', async () => {
    const tab = await opened()
    await tab.evaluate(() => {
      document.querySelector('#place')?.addEventListener('drop', (event) => {
        const folders = [...((event as DragEvent).dataTransfer?.items ?? [])].filter(
          (item) => item.webkitGetAsEntry()?.isDirectory === true,
        )
        document.querySelector('#o')?.append(`folders ${folders.length} `)
      })
    })
    const folder = join(world.extensionDir, 'homework')
    await mkdir(folder)
    await drop(tab, grey, [folder])
    await tab.locator('#o').filter({ hasText: 'folders 1' }).waitFor()
    await rm(folder, { recursive: true })
    await tab.close()
  })

  it('reaches the page when nothing is against it, and is stopped when it is likely a nude', async () => {
    const tab = await opened()
    await drop(tab, grey)
    await tab.locator('#o').filter({ hasText: 'dropped 1' }).waitFor()
    const screen = await notSent(tab, () => drop(tab, [red[0] - 5, red[1], red[2]]))
    expect(await tab.locator('#o').textContent()).toBe('dropped 1 ')
    await screen.close()
    await tab.close()
  })
})
