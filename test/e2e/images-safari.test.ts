import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { isBlurred, waitUntilJudged, waitUntilShown } from '#test/support/pictures/blurred.ts'
import { red, servePictures } from '#test/support/pictures/picture-sites.ts'
import { plain } from '#test/support/pictures/png.ts'
import { workersOf } from '#test/support/pictures/safari-build.ts'
import { safariSchool } from '#test/support/pictures/safari-school.ts'
import { chooseFile, notSent } from '#test/support/pictures/sending.ts'
import { askBackground } from '#test/support/whole/pupil-screen.ts'

// No Safari runs here: this is its build in Chromium, whose background is the page that WebKit would make of it.
const school = safariSchool()

describe('the background page of the build for Safari', () => {
  it('has a picture looked at by the model that ships, in a worker that the first one starts', async () => {
    servePictures(school.whole.sites, 'photos.test', { '/': '<img id="a" src="/grey.png">', '/none': '' })
    const { pupil, background, popup } = await school.start(0, school.shippedDir)
    await pupil.open('https://photos.test/none')
    expect(workersOf(background)).toEqual([])
    const tab = await pupil.open('https://photos.test/')
    expect(await isBlurred(tab, '#a')).toBe(true)
    await waitUntilShown(tab, '#a')
    expect(workersOf(background)).toEqual(['/picture-model.js'])
    expect((await askBackground(popup, 'popup.describe', {})).faults).toEqual([])
  })

  it('keeps what is explicit, also of another site; and when it was ended meanwhile it loads the model anew', async () => {
    servePictures(school.whole.sites, 'cdn.test', {}, 3000)
    servePictures(school.whole.sites, 'kept.test', {
      '/': '<img id="a" src="/grey.png"><img id="b" src="/red.png">',
      '/slow': '<img id="c" src="https://cdn.test/grey.png"><img id="d" src="/grey.png">',
    })
    const { pupil, background, wake } = await school.start(1, school.testDir)
    const tab = await pupil.open('https://kept.test/')
    await waitUntilJudged(tab, '#a', '#b')

    const slow = await pupil.open('https://kept.test/slow')
    await until('it to be fetched a second time', () => school.whole.sites.hits('cdn.test').length === 2)
    await background.close()
    const woken = await wake()
    await until('the reason', async () => (await slow.locator('html > div').count()) === 1)
    expect(workersOf(woken)).toEqual([])
    const next = await pupil.open('https://kept.test/')
    await waitUntilJudged(next, '#a', '#b')
    expect(workersOf(woken)).toEqual(['/picture-model.js'])
  })

  it('has a picture looked at before a page gets it, and stops a likely nude', async () => {
    servePictures(school.whole.sites, 'send.test', {
      '/': '<input type="file" id="f"><output id="o">none</output><script>f.onchange = () => { o.textContent = "sent" }</script>',
    })
    const nude = join(school.testDir, 'nude.png')
    await writeFile(nude, plain(200, 150, red))
    const { pupil } = await school.start(2, school.testDir)
    const tab = await pupil.open('https://send.test/')
    await notSent(tab, () => chooseFile(tab, nude))
    expect(await tab.locator('#o').textContent()).toBe('none')
  })
})
