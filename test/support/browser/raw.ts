import { isDeepStrictEqual } from 'node:util'
import { connectCdp, type Cdp } from './cdp.ts'
import { startChromium } from './chromium-process.ts'
import { setUpDevice, type Device, type DeviceOptions } from './device.ts'
import { rawTab, type RawTab } from './raw-tab.ts'
import { bareSwitches } from './switches.ts'
import { until } from './until.ts'

/**
 * A managed browser with no debugger on its worker, which therefore sleeps and dies as on a pupil's device. For cold workers,
 * prerendering, restarts straight into an address, and for measuring.
 */
export interface RawBrowser {
  readonly device: Device
  /** The extension's id. */
  readonly id: string
  /** Milliseconds from starting the browser until its worker ran, for the last start that was waited for. */
  readonly workerReadyMs: number | undefined
  /** Opens a tab, in a window of its own unless `window: false`, and does not wait for it. */
  open(url: string, options?: { window?: boolean }): Promise<RawTab>
  tabs(): Promise<RawTab[]>
  extensionPage(path: string): Promise<RawTab>
  isWorkerRunning(): Promise<boolean>
  waitForWorker(timeoutMs?: number): Promise<void>
  /** Waits until storage.managed returns what the policy now says: after the first start and after each `policy.update`. */
  waitForPolicy(timeoutMs?: number): Promise<void>
  /** Lets the worker say something: a debugger is attached to it from then on, so it sleeps no more until it is killed. */
  askWorker<T>(expression: string): Promise<T>
  /** Stops the worker as Chromium does when it is idle, and waits until it is gone. */
  killWorker(): Promise<void>
  /** Ends the browser and starts it on the same device, with `url` on its command line when given. */
  restart(start?: { url?: string }): Promise<void>
  close(): Promise<void>
}

const startOn = async (device: Device, url: string) => {
  const switches = [...bareSwitches, ...device.switches, `--user-data-dir=${device.profileDir}`, url]
  const chromium = await startChromium(device.policy.executable, switches)
  const cdp = await connectCdp(chromium.debuggerUrl)
  return {
    cdp,
    stop: async () => {
      await chromium.stop(() => cdp.send('Browser.close').catch(() => undefined))
      await cdp.close()
    },
  }
}

const targets = async (cdp: Cdp, type: string) => {
  const { targetInfos } = await cdp.send('Target.getTargets')
  return targetInfos.filter((target) => target.type === type)
}

/** Starts a managed browser; returns before the extension is installed (see `waitForWorker`). */
export const launchRaw = async (options: DeviceOptions): Promise<RawBrowser> => {
  const device = await setUpDevice(options)
  const { id } = device.extension
  let startedAt = performance.now()
  let workerReadyMs: number | undefined
  let installed = false
  let running = await startOn(device, 'about:blank').catch(async (error: unknown) => {
    await device.close()
    throw error
  })

  const worker = async () => {
    const workers = await targets(running.cdp, 'service_worker')
    return workers.find((target) => target.url.startsWith(`chrome-extension://${id}/`))
  }
  const open: RawBrowser['open'] = async (url, { window = true } = {}) => {
    const { targetId } = await running.cdp.send('Target.createTarget', { url, newWindow: window })
    return rawTab(running.cdp, targetId)
  }
  const waitForWorker: RawBrowser['waitForWorker'] = async (timeoutMs = 30_000) => {
    await until('the extension to be installed and its worker to run', worker, { timeoutMs })
    installed = true
    workerReadyMs ??= performance.now() - startedAt
  }
  return {
    device,
    id,
    get workerReadyMs() {
      return workerReadyMs
    },
    open,
    tabs: async () => (await targets(running.cdp, 'page')).map((tab) => rawTab(running.cdp, tab.targetId)),
    extensionPage: (path) => open(`chrome-extension://${id}/${path}`),
    isWorkerRunning: async () => (await worker()) !== undefined,
    waitForWorker,
    waitForPolicy: async (timeoutMs = 30_000) => {
      // A page of the extension that is opened before the installation never gets better.
      if (!installed) await waitForWorker(timeoutMs)
      const page = await open(`chrome-extension://${id}/manifest.json`)
      const read = () => page.evaluate('globalThis.chrome?.storage?.managed.get(null)')
      await until(
        'the managed configuration',
        async () => isDeepStrictEqual(await read(), device.policy.managed()),
        { timeoutMs },
      )
      await page.close()
    },
    askWorker: async <T>(expression: string) => {
      const target = await worker()
      if (target === undefined) throw new Error('the worker does not run')
      const session = await running.cdp.attach(target.targetId)
      const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true })
      return result.value as T
    },
    killWorker: () =>
      // More than once: an event that was still on its way starts it again.
      until(
        'the worker to be gone',
        async () => {
          const target = await worker()
          if (target === undefined) return true
          await running.cdp.send('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined)
          return false
        },
        { everyMs: 200 },
      ).then(() => undefined),
    restart: async ({ url = 'about:blank' } = {}) => {
      await running.stop()
      startedAt = performance.now()
      workerReadyMs = undefined
      running = await startOn(device, url)
    },
    close: async () => {
      try {
        await running.stop()
      } finally {
        await device.close()
      }
    },
  }
}
