/// <reference types="chrome" />
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchManagedBrowser, type ManagedBrowser } from '#test/support/browser/launch.ts'
import { launchRaw, type RawBrowser } from '#test/support/browser/raw.ts'
import { runVectors } from '#test/support/sites/run-vectors.ts'
import { startSites, type SiteServer } from '#test/support/sites/site-server.ts'
import { vectors } from '#test/support/sites/vectors.ts'

const workerScript = `
chrome.runtime.onStartup.addListener(() => {})
chrome.webRequest.onBeforeRequest.addListener(async ({ url, type }) => {
  const { blocked = [] } = await chrome.storage.managed.get(null)
  const host = new URL(url).hostname.replace(/[.]$/, '')
  if (!blocked.some((bad) => host === bad || host.endsWith('.' + bad))) return {}
  return type === 'main_frame' ? { redirectUrl: chrome.runtime.getURL('stop.html') } : { cancel: true }
}, { urls: ['<all_urls>'] }, ['blocking'])
`

/** The smallest extension that holds what its policy blocks. */
const writeExtension = async (dir: string): Promise<void> => {
  const manifest = {
    manifest_version: 3,
    name: 'Harness',
    version: '1.0.0',
    permissions: ['webRequest', 'webRequestBlocking', 'storage'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'worker.js' },
    storage: { managed_schema: 'schema.json' },
  }
  const schema = { type: 'object', properties: { blocked: { type: 'array', items: { type: 'string' } } } }
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(dir, 'schema.json'), JSON.stringify(schema))
  await writeFile(join(dir, 'worker.js'), workerScript)
  await writeFile(join(dir, 'stop.html'), '<!doctype html><title>Stopped</title><h1>Stopped</h1>')
}

let extensionDir: string
let sites: SiteServer

beforeAll(async () => {
  extensionDir = await mkdtemp(join(tmpdir(), 'lapwing-harness-'))
  await writeExtension(extensionDir)
  sites = await startSites()
})

afterAll(async () => {
  await sites.close()
  await rm(extensionDir, { recursive: true, force: true })
})

beforeEach(() => sites.clear())

describe('a managed browser under Playwright', () => {
  let browser: ManagedBrowser

  beforeAll(async () => {
    browser = await launchManagedBrowser({ extensionDir, managed: { blocked: ['bad.test'] }, sites })
    await browser.waitForPolicy()
  })

  afterAll(() => browser.close())

  it('has the extension from the policy, with its managed configuration', async () => {
    const worker = await browser.waitForWorker()
    expect(await worker.evaluate(() => chrome.storage.managed.get(null))).toEqual({ blocked: ['bad.test'] })
    expect(await worker.evaluate(async () => (await chrome.management.getSelf()).installType)).toBe('admin')
  })

  it('shows the page of the extension, and nothing reaches the blocked host', async () => {
    const page = await browser.open('http://bad.test/')
    await page.waitForURL(`chrome-extension://${browser.id}/stop.html`)
    expect(await page.textContent('h1')).toBe('Stopped')
    expect(sites.hits('bad.test')).toEqual([])
  })

  it('reaches any other host, by http and https', async () => {
    const page = await browser.open('https://good.test/lesson?week=3')
    expect(await page.textContent('h1')).toBe('good.test')
    expect(sites.hits('good.test')[0]).toMatchObject({
      host: 'good.test',
      path: '/lesson?week=3',
      method: 'GET',
      secure: true,
    })
  })

  it('takes a change of policy while it runs', async () => {
    browser.device.policy.update({ managed: { blocked: ['bad.test', 'later.test'] } })
    await browser.waitForPolicy()
    const page = await browser.open('http://later.test/')
    await page.waitForURL(`chrome-extension://${browser.id}/stop.html`)
    expect(sites.hits('later.test')).toEqual([])
  })

  it('takes a new version of the extension while it runs', async () => {
    expect(await browser.device.extension.publish()).toBe('1.0.1')
    await browser.updateExtension()
    const worker = await browser.waitForWorker()
    expect(await worker.evaluate(() => chrome.runtime.getManifest().version)).toBe('1.0.1')
  })

  it('comes back after a restart with its extension and policy', async () => {
    await browser.restart()
    await browser.waitForPolicy()
    const page = await browser.extensionPage('stop.html')
    expect(await page.title()).toBe('Stopped')
  })
})

describe('a managed browser that nobody debugs', () => {
  let browser: RawBrowser
  const isStopped = (url: string): boolean => url === `chrome-extension://${browser.id}/stop.html`

  beforeAll(async () => {
    browser = await launchRaw({ extensionDir, managed: { blocked: ['bad.test'] }, sites })
    await browser.waitForWorker()
    await browser.waitForPolicy()
  })

  afterAll(() => browser.close())

  const handful = vectors.filter(({ name }) =>
    [
      'direct http',
      'trailing dot',
      'redirect 302',
      'iframe',
      'window.open',
      'WebSocket',
      'worker fetch',
    ].includes(name),
  )

  it('lets every way through to a host that is not blocked', async () => {
    const outcomes = await runVectors(browser, sites, handful, { bad: 'free.test' })
    expect(outcomes.filter(({ hits }) => hits.length === 0).map(({ vector }) => vector.name)).toEqual([])
    expect(outcomes).toHaveLength(7)
  })

  it('lets none of them through to a blocked host', async () => {
    const outcomes = await runVectors(browser, sites, handful, { bad: 'bad.test' })
    expect(outcomes.filter(({ hits, ran }) => hits.length > 0 || ran)).toEqual([])
    expect(isStopped(outcomes[0]?.shown ?? '')).toBe(true)
  })

  it('holds a navigation when its worker is gone, and says how long that took', async () => {
    const tab = await browser.open('about:blank')
    await browser.killWorker()
    expect(await browser.isWorkerRunning()).toBe(false)
    const cold = await tab.navigate('http://bad.test/', isStopped)
    expect(cold.url).toContain('/stop.html')
    expect(cold.firstPaintMs).toBeGreaterThan(0)
    expect(await tab.evaluate('document.title')).toBe('Stopped')
    expect(await browser.isWorkerRunning()).toBe(true)
    expect(sites.hits('bad.test')).toEqual([])
  })

  it('holds the address that it is restarted into', async () => {
    await browser.restart({ url: 'http://bad.test/' })
    const [tab] = await browser.tabs()
    await tab?.waitForUrl(isStopped)
    expect(sites.hits('bad.test')).toEqual([])
  })
})
