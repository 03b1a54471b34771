import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schoolFolder } from '#server/db/school-file.ts'
import { demoSchool } from '#server/demo/seed.ts'
import { installLists } from '#server/services/lists/install.ts'
import type { RawBrowser } from '#test/support/browser/raw.ts'
import { bundleWithNames } from '#test/support/list-names.ts'
import { isBlockPage, putToSleep, waitForBlock, waitForListed } from '#test/support/whole/raw-pupil.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let browser: RawBrowser

const { bundle, names } = bundleWithNames([
  ['named.test', ['pornography']],
  ['help.named.test', ['support']],
  ['games.named-games.test', ['games']],
])

beforeAll(async () => {
  whole = await startWhole((school) =>
    school.change((database) =>
      installLists(
        database,
        schoolFolder(school.dataDir, demoSchool.id),
        new Uint8Array(bundle),
        Date.now(),
        names,
      ),
    ),
  )
  browser = await whole.rawPupil(0, { byPolicy: false })
  // Also the navigation gate shuts it; that nothing reaches the host any more says that the browser's own engine does.
  await waitForListed(browser, whole.sites, 'http://named.test/ready')
  for (let tries = 0; tries < 60; tries++) {
    whole.sites.clear()
    const tab = await browser.open('http://named.test/held')
    await wait(500)
    await tab.close()
    if (hitsOf('named.test').length === 0) break
  }
  whole.sites.clear()
})

afterAll(() => whole?.close())

/** What reached the host itself, none of its sub-domains. */
const hitsOf = (host: string): string[] =>
  whole.sites.hits(host).flatMap((hit) => (hit.host === host ? [hit.path] : []))

beforeEach(() => whole.sites.clear())

describe('an extension that no policy installed', () => {
  it('holds a host of the school’s list with a dead worker, and nothing reaches it', async () => {
    const tab = await browser.open('about:blank')
    await putToSleep(browser)
    await tab.navigate('http://www.named.test/cold?x=1', isBlockPage)
    await waitForBlock(tab, 'http://www.named.test/cold?x=1')
    expect(hitsOf('www.named.test')).toEqual([])
    await tab.close()
  })

  it('holds what a page loads of it, and leaves the help below it open', async () => {
    whole.sites.serve('carrier.test', () => ({
      body: `<!doctype html><title>carrier</title><iframe src="http://named.test/frame"></iframe><img src="http://named.test/x.png">
        <script>new WebSocket('ws://named.test/socket'); fetch('http://help.named.test/open.txt', { mode: 'no-cors' })</script>`,
    }))
    const tab = await browser.open('about:blank')
    await putToSleep(browser)
    await tab.navigate('http://carrier.test/', (url) => url.startsWith('http://carrier.test'))
    await wait(1500)
    expect(hitsOf('named.test')).toEqual([])
    expect(hitsOf('help.named.test')).toEqual(['/open.txt'])
    await tab.close()
  })
})
