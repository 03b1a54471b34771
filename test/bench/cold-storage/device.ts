import { readlink, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { listenOnLoopback } from '#extension/simulator/chromium/loopback.ts'
import type { RawTab } from '#test/support/browser/raw-tab.ts'
import { launchRaw } from '#test/support/browser/raw.ts'
import { until } from '#test/support/browser/until.ts'
import { makeExtension } from './extension.ts'
import { type Answer, type Order, orderUrl, readAnswer } from './order.ts'

/** Chromium closes a database two seconds after the last user has gone; a worker that slept finds it closed. */
const forgottenMs = 2500

/** A browser with the extension that measures. */
export interface ColdDevice {
  /** Has an order carried out by the worker, woken or awake. `askedAt` in epoch milliseconds. */
  obey<V extends Order['verb']>(
    verb: V,
    order: Partial<Order>,
  ): Promise<{ answer: Extract<Answer, { verb: V }>; askedAt: number }>
  /** Gives an order and does not wait for it. */
  give(order: Partial<Order>): Promise<void>
  /** Ends the worker and waits until the browser has let go of what it used. */
  sleep(): Promise<void>
  /** Kills the browser with SIGKILL and starts it again. */
  crash(): Promise<void>
  close(): Promise<void>
}

export async function startColdDevice(): Promise<ColdDevice> {
  const extensionDir = await makeExtension()
  let answered: (answer: Answer) => void = () => undefined
  const server = createServer((request, response) => {
    response.writeHead(204).end()
    if (request.url?.startsWith('/?')) answered(readAnswer(request.url))
  })
  const { port, close } = await listenOnLoopback(server)
  const browser = await launchRaw({ extensionDir, managed: {} })
  await browser.waitForWorker()
  let tab: RawTab = await browser.open('about:blank')

  const give = async (order: Partial<Order>): Promise<number> => {
    const whole: Order = {
      verb: 'read',
      place: 'packaged file, ranges',
      size: 'millions',
      version: 1,
      page: 0,
      port,
      ...order,
    }
    return tab.evaluate<number>(
      `location.href = ${JSON.stringify(orderUrl(whole))}; performance.timeOrigin + performance.now()`,
    )
  }
  return {
    async obey(verb, order) {
      const coming = new Promise<Answer>((resolve) => {
        answered = resolve
      })
      const askedAt = await give({ ...order, verb })
      const late = wait(60_000, null, { ref: false })
      const answer = await Promise.race([coming, late])
      if (answer?.verb !== verb) throw new Error(`${verb} ${order.place ?? ''}: ${JSON.stringify(answer)}`)
      return { answer: answer as Extract<Answer, { verb: typeof verb }>, askedAt }
    },
    async give(order) {
      await give(order)
    },
    async sleep() {
      await wait(200)
      await browser.killWorker()
      await wait(forgottenMs)
    },
    async crash() {
      // Chromium locks its profile with a link that reads `host-pid`.
      const lock = await readlink(join(browser.device.profileDir, 'SingletonLock'))
      const pid = Number(lock.slice(lock.lastIndexOf('-') + 1))
      process.kill(pid, 'SIGKILL')
      await until('the browser to be gone', () => !isRunning(pid))
      await browser.restart()
      await browser.waitForWorker()
      tab = await browser.open('about:blank')
    },
    async close() {
      await browser.close()
      await close()
      await rm(extensionDir, { recursive: true, force: true })
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
