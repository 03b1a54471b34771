import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RawBrowser } from '#test/support/browser/raw.ts'
import { until } from '#test/support/browser/until.ts'
import { innocentShapes, type ProxyShape, proxyShapes } from '#test/support/sites/web-proxies.ts'
import { waitForBlock, waitForListed } from '#test/support/whole/raw-pupil.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let browser: RawBrowser
let made = 0

beforeAll(async () => {
  whole = await startWhole()
  browser = await whole.rawPupil(0)
  await waitForListed(browser, whole.sites)
})

afterAll(() => whole?.close())

beforeEach(() => whole.sites.clear())

/** Puts the site up under a name that says nothing. */
function putUp({ files, start }: ProxyShape): { host: string; url: string } {
  made += 1
  const host = `maths-help-${made}.test`
  whole.sites.serve(host, (path) => files[path])
  return { host, url: `https://${host}${start}` }
}

const shapeOf = (name: string): ProxyShape => {
  const found = proxyShapes.find((shape) => shape.name.startsWith(name))
  if (found === undefined) throw new Error(`no shape of ${name}`)
  return found
}

/** What was asked of a host; its icon is fetched by the browser, whenever it likes. */
const asked = (host: string): string[] =>
  whole.sites.hits(host).flatMap(({ path }) => (path === '/favicon.ico' ? [] : [path]))

describe('a web proxy on a host that nobody has listed', () => {
  it.each(proxyShapes)('$name: is taken off the screen, and shut when it is opened again', async (shape) => {
    const { host, url } = putUp(shape)
    const tab = await browser.open(url)
    await waitForBlock(tab, host)
    const blocked = ((await tab.url()) ?? '').split('#')[1] ?? url
    whole.sites.clear()
    const again = await browser.open(blocked)
    await waitForBlock(again, host)
    await wait(300)
    expect(asked(host)).toEqual([])
    for (const each of [tab, again]) await each.close()
  })

  it('loses the worker that made its pages', async () => {
    const { host, url } = putUp(shapeOf('Scramjet, all files renamed'))
    const tab = await browser.open(url)
    await waitForBlock(tab, host)
    const other = await browser.open(`https://${host}/about`)
    await until('a page beside it', () => asked(host).includes('/about'))
    const left = `location.pathname === '/about' && navigator.serviceWorker.getRegistrations().then((all) => all.length)`
    await until('its worker to be gone', async () => (await other.evaluate(left)) === 0, { timeoutMs: 5000 })
    for (const each of [tab, other]) await each.close()
  })

  it('is stopped where it stands when another page hides it in a frame', async () => {
    const { host, url } = putUp(shapeOf('Rammerhead'))
    whole.sites.serve('cloak.test', () => ({
      body: `<!doctype html><title>Docs</title><iframe src="${url}"></iframe>`,
    }))
    const tab = await browser.open('https://cloak.test/')
    await until('the frame to load', () => asked(host).length > 0)
    await wait(1500)
    whole.sites.clear()
    const again = await browser.open('https://cloak.test/')
    await until('the page around it to load', () => asked('cloak.test').length > 0)
    await wait(1500)
    expect(asked(host)).toEqual([])
    expect(await again.url()).toBe('https://cloak.test/')
    for (const each of [tab, again]) await each.close()
  })
})

describe('a site that only looks a little like one', () => {
  it.each(innocentShapes)('$name: stays open, also with its worker running', async (shape) => {
    const { url } = putUp(shape)
    for (let visit = 0; visit < 2; visit++) {
      const tab = await browser.open(url)
      await tab.waitForUrl((now) => now === url)
      await wait(2500)
      expect(await tab.url()).toBe(url)
      await tab.close()
    }
  })
})
