import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

/** A running Chromium and the address of its debugger. */
export interface ChromiumProcess {
  readonly debuggerUrl: string
  /** Resolves when it has ended. `end` is asked to end it; after 5 s it is killed. */
  stop(end: () => Promise<unknown>): Promise<void>
}

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** Starts Chromium with a debugger on a free loopback port. Throws with what it wrote when it ends before that. */
export const startChromium = async (
  executable: string,
  switches: readonly string[],
): Promise<ChromiumProcess> => {
  const child = spawn(executable, ['--remote-debugging-port=0', ...switches], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const killWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const written: string[] = []
  const lines = createInterface({ input: child.stderr })
  const debuggerUrl = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`Chromium ended at once:\n${written.join('\n')}`)))
    lines.on('line', (line) => {
      written.push(line)
      if (written.length > 200) written.shift()
      const found = /^DevTools listening on (ws:\S+)/u.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return {
    debuggerUrl,
    stop: async (end) => {
      await end()
      const inTime = await Promise.race([exited(child).then(() => true), wait(5_000, false, { ref: false })])
      if (!inTime) child.kill('SIGKILL')
      await exited(child)
      process.off('exit', killWithUs)
      lines.close()
    },
  }
}
