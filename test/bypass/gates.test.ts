import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RawBrowser } from '#test/support/browser/raw.ts'
import { tellingPage, witness } from '#test/support/sites/answer.ts'
import { isBlockPage, putToSleep, waitForBlock, waitForListed } from '#test/support/whole/raw-pupil.ts'
import { listed, schoolPolicy, setLists, setPolicy } from '#test/support/whole/school.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let browser: RawBrowser

beforeAll(async () => {
  whole = await startWhole()
  browser = await whole.rawPupil(0)
  await waitForListed(browser, whole.sites)
})

afterAll(() => whole?.close())

beforeEach(() => whole.sites.clear())

const ran = (host: string): boolean => whole.sites.hits(witness).some(({ path }) => path === `/ran/${host}`)

describe('a worker that sleeps', () => {
  it('holds a navigation until it is awake, and nothing reaches the host', async () => {
    const tab = await browser.open('about:blank')
    await putToSleep(browser)
    await tab.navigate('http://bad.test/cold', isBlockPage)
    await waitForBlock(tab, 'http://bad.test/cold')
    expect(whole.sites.hits('bad.test')).toEqual([])
    await tab.close()
  })

  it('holds what a page loads', async () => {
    whole.sites.serve('carrier.test', () => ({
      body: '<!doctype html><title>carrier</title><script>setTimeout(() => { new Image().src = "http://bad.test/x.png"; fetch("http://bad.test/x.txt") }, 1500)</script>',
    }))
    const tab = await browser.open('http://carrier.test/')
    await tab.waitForUrl((url) => url.startsWith('http://carrier.test'))
    await putToSleep(browser)
    await wait(2500)
    expect(whole.sites.hits('carrier.test').length).toBeGreaterThan(0)
    expect(whole.sites.hits('bad.test')).toEqual([])
    await tab.close()
  })
})

describe('documents that are no request', () => {
  it('stops a page that moves into a blocked path by pushState', async () => {
    whole.sites.serve('app.test', () => ({
      body: '<!doctype html><title>app</title><h1>app</h1><button id="go">go</button><script>go.onclick = () => { history.pushState({}, "", "/secret/room"); document.body.textContent = "the secret room" }</script>',
    }))
    const tab = await browser.open('http://app.test/open')
    await tab.waitForUrl((url) => url === 'http://app.test/open')
    await wait(500)
    await tab.click('#go')
    await waitForBlock(tab, 'app.test/secret/room')
    expect(whole.sites.hits('app.test').some(({ path }) => path.startsWith('/secret'))).toBe(false)
    await tab.close()
  })

  it('holds the same path when it is asked for, and leaves its neighbours open', async () => {
    const shut = await browser.open('http://app.test/secret')
    await waitForBlock(shut, 'app.test/secret')
    const open = await browser.open('http://app.test/secretary')
    await open.waitForUrl((url) => url === 'http://app.test/secretary')
    await wait(500)
    expect(await open.url()).toBe('http://app.test/secretary')
    expect(whole.sites.hits('app.test').map(({ path }) => path)).not.toContain('/secret')
    await shut.close()
    await open.close()
  })

  it('lets nothing of a blocked host into an about:blank popup', async () => {
    whole.sites.serve('popup.test', () => ({
      body: `<!doctype html><title>popup</title><button id="go">go</button><script>go.onclick = () => {
        const w = open('about:blank'); w.document.write('<h1>made</h1><iframe src="http://bad.test/in"></iframe><img src="http://bad.test/x.png">'); w.document.close() }</script>`,
    }))
    const tab = await browser.open('http://popup.test/')
    await tab.waitForUrl((url) => url.startsWith('http://popup.test'))
    await wait(300)
    await tab.click('#go')
    await wait(1000)
    expect(whole.sites.hits('bad.test')).toEqual([])
    expect(ran('bad.test')).toBe(false)
    await tab.close()
  })

  it('lets nothing be prerendered from a blocked host', async () => {
    whole.sites.serve('eager.test', () => ({
      body: '<!doctype html><title>eager</title><script type="speculationrules">{"prerender":[{"urls":["https://bad.test/next"],"eagerness":"immediate"}]}</script><a id="go" href="https://bad.test/next">go</a>',
    }))
    const tab = await browser.open('https://eager.test/')
    await tab.waitForUrl((url) => url.startsWith('https://eager.test'))
    await wait(1200)
    await tab.click('#go')
    await waitForBlock(tab, 'bad.test/next')
    expect(whole.sites.hits('bad.test')).toEqual([])
    await tab.close()
  })
})

describe('what is open already', () => {
  it('is taken off the screen when the lists change, even where its own service worker answers, and comes back when they change back', async () => {
    whole.sites.serve('later.test', (path) =>
      path === '/worker.js'
        ? {
            type: 'text/javascript',
            body: `oninstall = () => skipWaiting(); onactivate = (e) => e.waitUntil(clients.claim())
              onfetch = (e) => { if (e.request.mode === 'navigate') e.respondWith(new Response(${JSON.stringify(tellingPage('later.test')).replaceAll('</', String.raw`<\/`)}, { headers: { 'content-type': 'text/html' } })) }`,
          }
        : {
            body: '<!doctype html><title>later</title><script>navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready).then(() => (document.title = "worker is ready"))</script>',
          },
    )
    const tab = await browser.open('https://later.test/')
    await tab.waitForUrl((url) => url.startsWith('https://later.test'))
    await wait(1500)
    const made = await browser.open('https://later.test/made')
    await made.waitForUrl((url) => url === 'https://later.test/made')
    await wait(800)
    expect(ran('later.test')).toBe(true)
    expect(whole.sites.hits('later.test').map(({ path }) => path)).not.toContain('/made')

    await whole.server.stop()
    await setLists(whole.school, { ...listed, 'later.test': 'gambling' }, '2')
    await whole.server.start()
    await waitForBlock(tab, 'later.test', 60_000)
    await waitForBlock(made, 'later.test/made')

    whole.sites.clear()
    const again = await browser.open('https://later.test/made')
    await waitForBlock(again, 'later.test/made')
    await wait(800)
    expect(isBlockPage((await again.url()) ?? '')).toBe(true)
    expect(whole.sites.hits('later.test')).toEqual([])

    await whole.server.stop()
    await setLists(whole.school, listed, '3')
    await whole.server.start()
    await tab.waitForUrl((url) => url === 'https://later.test/', 60_000)
    for (const each of [tab, made, again]) await each.close()
  })

  it('is judged again when the policy changes', async () => {
    const tab = await browser.open('http://fine.test/page')
    await tab.waitForUrl((url) => url === 'http://fine.test/page')
    await whole.server.stop()
    const sites = [...schoolPolicy.sites, { site: 'fine.test', effect: 'block', bands: [], why: '' } as const]
    await setPolicy(whole.school, { ...schoolPolicy, sites })
    await whole.server.start()
    await waitForBlock(tab, 'fine.test/page', 60_000)
    await tab.close()
  })
})

it('holds the address that the browser is restarted into', async () => {
  await browser.restart({ url: 'http://bad.test/first' })
  const [tab] = await browser.tabs()
  if (tab === undefined) throw new Error('the browser came back without a tab')
  await waitForBlock(tab, 'bad.test/first')
  expect(whole.sites.hits('bad.test')).toEqual([])
})
