/// <reference types="chrome" />
import { isDeepStrictEqual } from 'node:util'
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core'
import { setUpDevice, type Device, type DeviceOptions } from './device.ts'
import { unwantedPlaywrightSwitches } from './switches.ts'
import { until } from './until.ts'

/** A managed browser under Playwright, for tests of what people see. Its debugger keeps the worker awake: see `launchRaw`. */
export interface ManagedBrowser {
  readonly device: Device
  /** The extension's id. */
  readonly id: string
  /** The running browser's context; another one after `restart`. */
  readonly context: BrowserContext
  /** Milliseconds from starting the browser until its worker ran, for the last start that was waited for. */
  readonly workerReadyMs: number | undefined
  /** A new tab at `url`, once its document is there or the extension has sent it elsewhere. */
  open(url: string): Promise<Page>
  /** A new tab at a page of the extension. */
  extensionPage(path: string): Promise<Page>
  /** The extension's worker, as soon as policy has installed it. */
  waitForWorker(timeoutMs?: number): Promise<Worker>
  /** Waits until storage.managed returns what the policy now says: after the first start and after each `policy.update`. */
  waitForPolicy(timeoutMs?: number): Promise<void>
  /** Installs the version that `device.extension.publish` offers, at once instead of within hours. */
  updateExtension(): Promise<void>
  /** Ends the browser and starts it again with the same profile, policies and extension. */
  restart(): Promise<void>
  close(): Promise<void>
}

const startOn = (device: Device): Promise<BrowserContext> =>
  chromium.launchPersistentContext(device.profileDir, {
    executablePath: device.policy.executable,
    // Playwright's own headless mode is the old one, without extensions; --headless=new is among the device's switches.
    headless: false,
    args: [...device.switches],
    ignoreDefaultArgs: [...unwantedPlaywrightSwitches],
  })

/** Starts a managed browser; returns before the extension is installed (see `waitForWorker`). */
export const launchManagedBrowser = async (options: DeviceOptions): Promise<ManagedBrowser> => {
  const device = await setUpDevice(options)
  const origin = `chrome-extension://${device.extension.id}/`
  let startedAt = performance.now()
  let workerReadyMs: number | undefined
  let context = await startOn(device).catch(async (error: unknown) => {
    await device.close()
    throw error
  })

  const open = async (url: string): Promise<Page> => {
    const page = await context.newPage()
    // A redirect by the extension, a download or a refused name rejects; what the tab then shows is for the test to judge.
    await page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined)
    return page
  }
  const waitForWorker: ManagedBrowser['waitForWorker'] = async (timeoutMs = 30_000) => {
    const isOurs = (worker: Worker): boolean => worker.url().startsWith(origin)
    const worker =
      context.serviceWorkers().find(isOurs) ??
      (await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: timeoutMs }))
    workerReadyMs ??= performance.now() - startedAt
    return worker
  }
  return {
    device,
    id: device.extension.id,
    get context() {
      return context
    },
    get workerReadyMs() {
      return workerReadyMs
    },
    open,
    extensionPage: (path) => open(origin + path),
    waitForWorker,
    waitForPolicy: async (timeoutMs = 30_000) => {
      const worker = await waitForWorker()
      const read = () => worker.evaluate(() => chrome.storage.managed.get(null))
      await until(
        'the managed configuration',
        async () => isDeepStrictEqual(await read(), device.policy.managed()),
        { timeoutMs },
      )
    },
    updateExtension: async () => {
      const old = await waitForWorker()
      const offered = device.extension.version()
      const replaced = context.waitForEvent('serviceworker', { predicate: (worker) => worker !== old })
      await old.evaluate(async (version) => {
        const arrived = new Promise<void>((resolve) => {
          chrome.runtime.onUpdateAvailable.addListener((update) => update.version === version && resolve())
        })
        await chrome.runtime.requestUpdateCheck()
        await arrived
        setTimeout(() => chrome.runtime.reload(), 50)
      }, offered)
      await replaced
    },
    restart: async () => {
      await context.close()
      startedAt = performance.now()
      workerReadyMs = undefined
      context = await startOn(device)
    },
    close: async () => {
      try {
        await context.close()
      } finally {
        await device.close()
      }
    },
  }
}
