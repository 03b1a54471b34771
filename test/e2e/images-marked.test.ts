import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { isBlurred, waitUntilJudged, waitUntilKept, waitUntilShown } from '#test/support/pictures/blurred.ts'
import { lookingPupil } from '#test/support/pictures/looking-pupil.ts'
import { grey, red } from '#test/support/pictures/picture-sites.ts'
import { plain } from '#test/support/pictures/png.ts'

const world = lookingPupil()
const backgroundOf = (tab: Page, selector: string): Promise<string> =>
  tab.locator(selector).evaluate((element) => getComputedStyle(element).backgroundImage)

describe('a page that copies our mark onto other pictures', () => {
  it('shows none of them, neither those that were kept nor those it adds', async () => {
    world.serve('copies.test', {
      '/': '<img id="good" src="/grey.png"><img id="bad" src="/red.png"><div id="shadow"></div>',
    })
    const tab = await world.pupil.open('https://copies.test/')
    await waitUntilShown(tab, '#good')
    await waitUntilKept(tab)
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
    world.serve('drawn.test', {
      '/': '<div id="a" style="width: 300px; height: 200px; background-image: linear-gradient(red, blue); filter: url(#goo)"></div>',
    })
    const tab = await world.pupil.open('https://drawn.test/')
    await until('the gradient', () =>
      tab.locator('#a').evaluate((element) => getComputedStyle(element).backgroundImage.includes('gradient')),
    )
    await tab.close()
  })

  it('a GIF that moves is judged by its first frame', async () => {
    world.serve('moving.test', {
      '/': '<img id="a" src="/animated.gif"><img id="b" src="/animated-red.gif">',
    })
    const tab = await world.pupil.open('https://moving.test/')
    await waitUntilJudged(tab, '#a', '#b')
    await tab.close()
  })

  it('the still of a video is judged, and anew when another takes its place', async () => {
    world.serve('stills.test', {
      '/': '<video id="a" width="300" height="200" poster="/grey.png"></video><video id="b" width="300" height="200" poster="/red.png"></video>',
    })
    const tab = await world.pupil.open('https://stills.test/')
    await waitUntilJudged(tab, '#a', '#b')
    const isHidden = await tab.locator('#a').evaluate(async (video: HTMLVideoElement) => {
      video.poster = '/red-2.png'
      await Promise.resolve()
      return getComputedStyle(video).filter.includes('blur')
    })
    expect(isHidden).toBe(true)
    await tab.waitForTimeout(1500)
    expect(await isBlurred(tab, '#a')).toBe(true)
    await tab.close()
  })

  it('a background that the page brings along itself is judged', async () => {
    const brought = (colour: typeof red | typeof grey): string =>
      `width: 300px; height: 200px; background-image: url(data:image/png;base64,${plain(200, 150, colour).toString('base64')})`
    world.serve('brought.test', {
      '/': `<div id="a" style="${brought(grey)}"></div><div id="b" style="${brought(red)}"></div>`,
    })
    const tab = await world.pupil.open('https://brought.test/')
    await until('the background', async () => (await backgroundOf(tab, '#a')).includes('data:'))
    await waitUntilKept(tab)
    expect(await backgroundOf(tab, '#b')).toBe('none')
    await tab.close()
  })

  it('several backgrounds are all judged: a harmless one in front hides no other', async () => {
    const style = (names: string): string =>
      `width: 300px; height: 200px; background-image: ${names
        .split(' ')
        .map((name) => `url(/${name}.png)`)
        .join()}`
    world.serve('layers.test', {
      '/': `<div id="a" style="${style('grey grey-2')}"></div><div id="b" style="${style('grey red')}"></div>`,
    })
    const tab = await world.pupil.open('https://layers.test/')
    await until('both backgrounds', async () => (await backgroundOf(tab, '#a')).includes('grey-2'))
    await waitUntilKept(tab)
    expect(await backgroundOf(tab, '#b')).toBe('none')
    await tab.close()
  })
})
