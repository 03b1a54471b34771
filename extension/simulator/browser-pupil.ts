import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { ensureChromium } from './chromium/chromium.ts'
import { serveExtension } from './chromium/pack.ts'
import { createPolicyFolder } from './chromium/policy.ts'

const usage = `npm run pupil [-- --headless --visit URL ... --pupil EMAIL --data DIR --chromium PATH]
  A real Chromium with Lapwing installed by policy, as one pupil of the demo school that "npm start" runs.
  With --visit it goes to each address in turn, prints one JSON line for each and ends; else it stays open until you close it.`

const build = '.output/chrome-mv3'
const DemoSchool = v.object({
  serverUrl: v.string(),
  schoolId: v.string(),
  enrolmentToken: v.string(),
  pupils: v.pipe(v.array(v.string()), v.minLength(1)),
})
type DemoSchool = v.InferOutput<typeof DemoSchool>

/** Switches of Playwright that would silently keep an extension of policy from being installed. */
const unwanted = [
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-extensions-with-background-pages',
]
const switches = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
]
const installedWithinMs = 30_000
/** A page that shows nothing new for this long is what the pupil sees. */
const settledAfterMs = 1500

async function readDemoSchool(dataDir: string): Promise<DemoSchool> {
  const file = join(dataDir, 'demo.json')
  if (!existsSync(file)) throw new Error(`There is no ${file}: run "npm start" first, and leave it running.`)
  if (!existsSync(join(build, 'manifest.json')))
    throw new Error(`There is no ${build}: run "npm run build:extension" first.`)
  const school = parseJson(DemoSchool, await readFile(file, 'utf8'))
  if (!school.ok) throw new Error(`${file}: ${school.error}`)
  return school.value
}

/** Goes there as a pupil does, and says what the tab shows in the end. */
async function visit(context: BrowserContext, url: string): Promise<Record<string, unknown>> {
  const page = await context.newPage()
  const started = performance.now()
  await page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined)
  const ms = Math.round(performance.now() - started)
  await pause(settledAfterMs)
  const shown = page.isClosed() ? null : page.url()
  const decision = shown?.startsWith('chrome-extension://') === true ? await decisionOn(page, url) : null
  const title = page.isClosed() ? null : await page.title().catch(() => null)
  return { url, shown: decision === null ? shown : 'block screen', title, decision, ms }
}

/** What the block screen itself is told. */
async function decisionOn(page: Page, url: string): Promise<unknown> {
  const answer: unknown = await page.evaluate((asked) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } }
    }
    return chrome.runtime.sendMessage({ name: 'screen.describe', request: { url: asked } })
  }, url)
  const described = v.safeParse(v.object({ value: v.object({ decision: v.unknown() }) }), answer)
  return described.success ? described.output.value.decision : null
}

async function waitForWorker(context: BrowserContext, id: string): Promise<void> {
  const isOurs = (worker: { url(): string }): boolean => worker.url().startsWith(`chrome-extension://${id}/`)
  if (context.serviceWorkers().some(isOurs)) return
  await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: installedWithinMs })
}

const Standing = v.object({
  value: v.object({ state: v.string(), policyVersion: v.nullable(v.number()), faults: v.array(v.string()) }),
})

/** Waits until the device has its place and its school's policy; says what staff would read when it has not in time. */
async function waitForPlace(context: BrowserContext, id: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${id}/popup.html`)
  let last: v.InferOutput<typeof Standing>['value'] | null = null
  for (let waitedMs = 0; waitedMs < installedWithinMs; waitedMs += 250) {
    const answer: unknown = await page.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> } }
      }
      return chrome.runtime.sendMessage({ name: 'popup.describe', request: {} })
    })
    const said = v.safeParse(Standing, answer)
    last = said.success ? said.output.value : null
    if (last?.state === 'protected' && last.policyVersion !== null) break
    await pause(250)
  }
  if (last?.state !== 'protected') console.error(JSON.stringify({ notEnrolled: last }))
  await page.close()
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      visit: { type: 'string', multiple: true, default: [] },
      pupil: { type: 'string' },
      data: { type: 'string', default: './data' },
      chromium: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  const { pupils, ...school } = await readDemoSchool(values.data)
  const pupilIdentity = values.pupil ?? pupils[0] ?? ''
  const executable = await ensureChromium(values.chromium)
  const extension = await serveExtension(build)
  const policy = await createPolicyFolder(executable, extension, {
    managed: { ...school, pupilIdentity },
    policies: {},
  })
  const profile = await mkdtemp(join(tmpdir(), 'lapwing-pupil-'))
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: policy.executable,
      headless: false,
      viewport: null,
      args: [...switches, ...(values.headless ? ['--headless=new', '--disable-gpu'] : [])],
      ignoreDefaultArgs: ['--headless', ...unwanted],
    })
    await waitForWorker(context, extension.id)
    await waitForPlace(context, extension.id)
    if (values.visit.length > 0) {
      for (const url of values.visit) console.log(JSON.stringify(await visit(context, url)))
      await context.close()
    } else {
      console.log(`${pupilIdentity} is at ${school.serverUrl}. Close the browser to end.`)
      await new Promise<void>((closed) => {
        context.once('close', () => closed())
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void context.close())
      })
    }
  } finally {
    await policy.close()
    await extension.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
