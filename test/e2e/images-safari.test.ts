import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { isBlurred, waitUntilKept, waitUntilShown } from '#test/support/pictures/blurred.ts'
import { red, servePictures } from '#test/support/pictures/picture-sites.ts'
import { plain } from '#test/support/pictures/png.ts'
import { safariForChromium, safariPupil, workersOf } from '#test/support/pictures/safari-build.ts'
import { extensionWithModel } from '#test/support/pictures/test-model.ts'
import { askBackground, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

// No Safari runs here: this is its build in Chromium, whose background is the page that WebKit would make of it.
let whole: Whole
let real: string
let test: Awaited<ReturnType<typeof extensionWithModel>>
const started: ManagedBrowser[] = []

async function start(which: number, dir: string) {
  const safari = await safariPupil(whole, which, dir)
  started.push(safari.pupil)
  return { ...safari, popup: await waitForSchool(safari.pupil) }
}

beforeAll(async () => {
  whole = await startWhole()
  real = await safariForChromium()
  test = await extensionWithModel('test', real)
})
afterAll(async () => {
  for (const browser of started) await browser.close()
  await whole?.close()
  await test?.remove()
  await rm(real, { recursive: true, force: true })
})

describe('the background page of the build for Safari', () => {
  it('has a picture looked at by the model that ships, in a worker that the first one starts', async () => {
    servePictures(whole.sites, 'photos.test', { '/': '<img id="a" src="/grey.png">', '/none': '' })
    const { pupil, background, popup } = await start(0, real)
    await pupil.open('https://photos.test/none')
    expect(workersOf(background)).toEqual([])
    const tab = await pupil.open('https://photos.test/')
    expect(await isBlurred(tab, '#a')).toBe(true)
    await waitUntilShown(tab, '#a')
    expect(workersOf(background)).toEqual(['/picture-model.js'])
    expect((await askBackground(popup, 'popup.describe', {})).faults).toEqual([])
  })

  it('keeps what is explicit, also of another site; and when it was ended meanwhile it loads the model anew', async () => {
    servePictures(whole.sites, 'cdn.test', {}, 3000)
    servePictures(whole.sites, 'kept.test', {
      '/': '<img id="a" src="/grey.png"><img id="b" src="/red.png">',
      '/slow': '<img id="c" src="https://cdn.test/grey.png"><img id="d" src="/grey.png">',
    })
    const { pupil, background, wake } = await start(1, test.dir)
    const tab = await pupil.open('https://kept.test/')
    await waitUntilShown(tab, '#a')
    await waitUntilKept(tab)
    expect(await isBlurred(tab, '#b')).toBe(true)

    const slow = await pupil.open('https://kept.test/slow')
    await until('it to be fetched a second time', () => whole.sites.hits('cdn.test').length === 2)
    await background.close()
    const woken = await wake()
    await until('the reason', async () => (await slow.locator('html > div').count()) === 1)
    expect(workersOf(woken)).toEqual([])
    const next = await pupil.open('https://kept.test/')
    await waitUntilShown(next, '#a')
    await waitUntilKept(next)
    expect(workersOf(woken)).toEqual(['/picture-model.js'])
  })

  it('has a picture looked at before a page gets it, and stops a likely nude', async () => {
    servePictures(whole.sites, 'send.test', {
      '/': '<input type="file" id="f"><output id="o">none</output><script>f.onchange = () => { o.textContent = "sent" }</script>',
    })
    const nude = join(test.dir, 'nude.png')
    await writeFile(nude, plain(200, 150, red))
    const { pupil } = await start(2, test.dir)
    const tab = await pupil.open('https://send.test/')
    const chooser = tab.waitForEvent('filechooser')
    await tab.locator('#f').click()
    const opened = pupil.context.waitForEvent('page')
    await (await chooser).setFiles(nude)
    await (await opened).getByRole('heading', { name: 'This picture was not sent' }).waitFor()
    expect(await tab.locator('#o').textContent()).toBe('none')
  })
})
