import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RawBrowser } from '#test/support/browser/raw.ts'
import { until } from '#test/support/browser/until.ts'
import { putToSleep, waitForListed } from '#test/support/whole/raw-pupil.ts'
import { schoolPolicy, setPolicy } from '#test/support/whole/school.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let browser: RawBrowser

const opened = { site: 'www.youtube.com', effect: 'allow', bands: [], why: 'For lessons' } as const

beforeAll(async () => {
  // The school allows YouTube: that must not take the restriction away.
  whole = await startWhole((school) =>
    setPolicy(school, { ...schoolPolicy, sites: [...schoolPolicy.sites, opened] }),
  )
  browser = await whole.rawPupil(0)
  await waitForListed(browser, whole.sites)
})

afterAll(() => whole?.close())

beforeEach(() => whole.sites.clear())

/** What reached a host, once something has, with the little time that a redirect in circles would need. */
async function arrived(host: string): Promise<string[]> {
  await until(`a request to ${host}`, () => whole.sites.hits(host).length > 0)
  await wait(500)
  return whole.sites.hits(host).flatMap(({ path }) => (path === '/favicon.ico' ? [] : [path]))
}

describe('a search that reaches its engine', () => {
  it.each([
    ['https://www.google.com/search?q=cats', '/search?q=cats&safe=active'],
    ['https://www.google.co.uk/search?q=cats&safe=off', '/search?q=cats&safe=active'],
    ['https://www.google.com/search?safe=off&q=cats&safe=images', '/search?safe=active&q=cats'],
    ['https://www.google.com/search?q=cats&safe=active', '/search?q=cats&safe=active'],
    ['https://www.bing.com/images/search?q=cats&adlt=off', '/images/search?q=cats&adlt=strict'],
    ['https://duckduckgo.com/?%71=cats', '/?%71=cats&kp=1'],
    ['https://uk.search.yahoo.com/search?p=cats&vm=p', '/search?p=cats&vm=r'],
  ])('%s is a safe one, asked once', async (typed, path) => {
    const tab = await browser.open(typed)
    expect(await arrived(new URL(typed).hostname)).toEqual([path])
    await tab.close()
  })

  it('is taken from DuckDuckGo’s pages without a filter to the one with it', async () => {
    const tab = await browser.open('https://html.duckduckgo.com/html/?q=cats')
    expect(await arrived('duckduckgo.com')).toEqual(['/?q=cats&kp=1'])
    await tab.close()
  })

  it('is safe also when it wakes the worker', async () => {
    const tab = await browser.open('about:blank')
    await putToSleep(browser)
    await tab.navigate('https://www.google.com/search?q=cats&safe=off')
    expect(await arrived('www.google.com')).toEqual(['/search?q=cats&safe=active'])
    await tab.close()
  })

  it('is safe in a frame, and when the results page fetches more of it', async () => {
    whole.sites.serve('www.google.com', (path) =>
      path === '/search?q=more&safe=active'
        ? { body: `<!doctype html><script>fetch('/search?q=more&safe=off&start=10')</script>` }
        : undefined,
    )
    whole.sites.serve('portal.test', () => ({
      body: '<!doctype html><iframe src="https://www.google.com/search?q=more"></iframe>',
    }))
    const tab = await browser.open('https://portal.test/')
    await until('the second part', () => whole.sites.hits('www.google.com').length > 1)
    expect(await arrived('www.google.com')).toEqual([
      '/search?q=more&safe=active',
      '/search?q=more&safe=active&start=10',
    ])
    await tab.close()
  })

  it('is safe also when the page moves there by pushState', async () => {
    whole.sites.serve('www.bing.com', (path) =>
      path.startsWith('/search') ? undefined : { body: '<!doctype html><title>home</title><h1>home</h1>' },
    )
    const tab = await browser.open('https://www.bing.com/')
    await tab.waitForUrl((url) => url === 'https://www.bing.com/')
    await wait(500)
    await tab.evaluate(`history.pushState({}, '', '/search?q=cats&adlt=off')`)
    await tab.waitForUrl((url) => url === 'https://www.bing.com/search?q=cats&adlt=strict')
    const searches = (await arrived('www.bing.com')).filter((path) => path !== '/')
    expect(searches).toEqual(['/search?q=cats&adlt=strict'])
    await tab.close()
  })
})

describe('YouTube', () => {
  const levels = (): unknown[] =>
    whole.sites.hits('www.youtube.com').map(({ headers }) => headers['youtube-restrict'])

  it('hears with every request which level the school wants, also on a site that the school allows', async () => {
    whole.sites.serve('www.youtube.com', (path) =>
      path === '/' ? { body: `<!doctype html><script>fetch('/youtubei/v1/next.txt')</script>` } : undefined,
    )
    const tab = await browser.open('https://www.youtube.com/')
    await until('both requests', () => levels().length > 1)
    expect(new Set(levels())).toEqual(new Set(['Moderate']))
    await tab.close()
  })

  it('hears of another level as soon as the policy has one', async () => {
    await whole.server.stop()
    const search = [{ safeSearch: null, youTube: 'strict', bands: [] }] as const
    await setPolicy(whole.school, { ...schoolPolicy, search: [...search] })
    await whole.server.start()
    await until(
      'the strict level',
      async () => {
        whole.sites.clear()
        const tab = await browser.open('https://www.youtube.com/watch?v=x')
        await until('a request', () => levels().length > 0)
        await tab.close()
        return levels().includes('Strict')
      },
      { timeoutMs: 60_000, everyMs: 500 },
    )
    const other = await browser.open('https://example.test/')
    await arrived('example.test')
    expect(whole.sites.hits('example.test')[0]?.headers).not.toHaveProperty('youtube-restrict')
    await other.close()
  })
})
