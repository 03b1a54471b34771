import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { isBlurred, waitUntilJudged, waitUntilKept, waitUntilShown } from '#test/support/pictures/blurred.ts'
import { lookingPupil } from '#test/support/pictures/looking-pupil.ts'
import { servePictures } from '#test/support/pictures/picture-sites.ts'

const world = lookingPupil()

/** Waits until a picture of this host has been fetched so often, once by the page and once for each look, and closes the document that looks. */
async function closeWhileLooking(host: string, fetches: number): Promise<void> {
  await until('the look', () => world.whole.sites.hits(host).length === fetches)
  const worker = await world.pupil.waitForWorker()
  await worker.evaluate(() => chrome.offscreen.closeDocument())
}

describe('the document with the model that is closed while it looks', () => {
  it('is opened anew for the picture in hand, and for all that wait', async () => {
    servePictures(world.whole.sites, 'slow.test', {}, 2500)
    world.serve('closed.test', {
      '/': '<img id="a" src="https://slow.test/grey.png"><img id="b" src="/red.png"><img id="c" src="/grey.png">',
    })
    const tab = await world.pupil.open('https://closed.test/')
    await closeWhileLooking('slow.test', 2)
    await waitUntilShown(tab, '#a')
    await waitUntilJudged(tab, '#c', '#b')
    expect(world.whole.sites.hits('slow.test')).toHaveLength(3)
    await tab.close()
  })

  it('again and again keeps that one picture hidden, with the reason, and the next is looked at', async () => {
    servePictures(world.whole.sites, 'slower.test', {}, 2500)
    world.serve('hopeless.test', {
      '/': '<img id="a" src="https://slower.test/grey.png">',
      '/next': '<img id="b" src="/grey.png">',
    })
    const tab = await world.pupil.open('https://hopeless.test/')
    for (const fetches of [2, 3]) await closeWhileLooking('slower.test', fetches)
    await waitUntilKept(tab)
    expect(await isBlurred(tab, '#a')).toBe(true)
    const next = await world.pupil.open('https://hopeless.test/next')
    await waitUntilShown(next, '#b')
    await Promise.all([tab.close(), next.close()])
  })
})
