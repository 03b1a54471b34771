import { readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { ManagedBrowser } from '../browser/launch.ts'
import { until } from '../browser/until.ts'

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Kills the browser with SIGKILL, as a power cut would. `restart` starts it again on the same profile. */
export async function crash(browser: ManagedBrowser): Promise<void> {
  // Chromium locks its profile with a link that reads `host-pid`.
  const lock = await readlink(join(browser.device.profileDir, 'SingletonLock'))
  const pid = Number(lock.slice(lock.lastIndexOf('-') + 1))
  // Whoever closes a context while it is being lost gets an error, so this waits until it is.
  const lost = new Promise((resolve) => browser.context.once('close', resolve))
  process.kill(pid, 'SIGKILL')
  await until('the browser to be gone', () => !isRunning(pid))
  await lost
}
