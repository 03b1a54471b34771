import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { servePictures } from '#test/support/pictures/picture-sites.ts'
import { extensionWithModel } from '#test/support/pictures/test-model.ts'
import { waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let pupil: ManagedBrowser
let extension: Awaited<ReturnType<typeof extensionWithModel>>

beforeAll(async () => {
  whole = await startWhole()
  extension = await extensionWithModel('test')
  pupil = await whole.pupil(0, { extensionDir: extension.dir })
  await waitForSchool(pupil)
})

afterAll(async () => {
  await whole?.close()
  await extension?.remove()
})

const isBlurred = (tab: Page, selector: string): Promise<boolean> =>
  tab.locator(selector).evaluate((element) => getComputedStyle(element).filter.includes('blur'))
const shown = (tab: Page, selector: string): Promise<unknown> =>
  until(`${selector} to be shown`, async () => !(await isBlurred(tab, selector)))
const kept = (tab: Page): Promise<unknown> =>
  until('the reason', async () => (await tab.locator('html > div').count()) === 1)

describe('a page that copies our mark onto other pictures', () => {
  it('shows none of them, neither those that were kept nor those it adds', async () => {
    servePictures(whole.sites, 'copies.test', {
      '/': '<img id="good" src="/grey.png"><img id="bad" src="/red.png"><div id="shadow"></div>',
    })
    const tab = await pupil.open('https://copies.test/')
    await shown(tab, '#good')
    await kept(tab)
    const blurred = await tab.evaluate(async () => {
      const [good, bad] = [...document.querySelectorAll('img')] as [HTMLImageElement, HTMLImageElement]
      const name = good.getAttributeNames().find((each) => each.startsWith('data-')) ?? ''
      const added = bad.cloneNode() as HTMLImageElement
      const shaded = bad.cloneNode() as HTMLImageElement
      for (const image of [bad, added, shaded]) image.setAttribute(name, 'fine')
      document.body.append(added)
      document.querySelector('#shadow')?.attachShadow({ mode: 'open' }).append(shaded)
      document.body.append('.')
      const seen: boolean[] = []
      const look = (images: HTMLImageElement[]) => {
        for (const image of images) seen.push(getComputedStyle(image).filter.includes('blur'))
      }
      for (let frame = 0; frame < 30; frame++) {
        await new Promise(requestAnimationFrame)
        look([bad, added])
        bad.setAttribute(name, 'fine')
      }
      await new Promise((resolve) => setTimeout(resolve, 1500))
      look([bad, added, shaded])
      return { name, seen: [...new Set(seen)] }
    })
    expect(blurred.name).not.toBe('')
    expect(blurred.seen).toEqual([true])
    await tab.close()
  })
})

describe('what is no photograph, or more than one', () => {
  it('a gradient beside a filter is shown', async () => {
    servePictures(whole.sites, 'drawn.test', {
      '/': '<div id="a" style="width: 300px; height: 200px; background-image: linear-gradient(red, blue); filter: url(#goo)"></div>',
    })
    const tab = await pupil.open('https://drawn.test/')
    await until('the gradient', () =>
      tab.locator('#a').evaluate((element) => getComputedStyle(element).backgroundImage.includes('gradient')),
    )
    await tab.close()
  })

  it('a GIF that moves is judged by its first frame', async () => {
    servePictures(whole.sites, 'moving.test', {
      '/': '<img id="a" src="/animated.gif"><img id="b" src="/animated-red.gif">',
    })
    const tab = await pupil.open('https://moving.test/')
    await shown(tab, '#a')
    await kept(tab)
    expect(await isBlurred(tab, '#b')).toBe(true)
    await tab.close()
  })
})
