import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const lockFile = join(tmpdir(), 'lapwing-system-policies.lock')

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const take = (): boolean => {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Drops a lock whose owner has died; an owner that is just writing its number is left alone. */
const dropIfStale = (): void => {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'))
    if (owner > 0 && !isRunning(owner)) rmSync(lockFile, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Waits until nobody else uses the machine's own policy folder; returns what gives it back. */
export const lockSystemPolicies = async (pause: () => Promise<unknown>): Promise<() => void> => {
  while (!take()) {
    dropIfStale()
    await pause()
  }
  return () => rmSync(lockFile, { force: true })
}
