import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { listenOnLoopback } from '#extension/simulator/chromium/loopback.ts'
import { until } from '../browser/until.ts'

/** The school's server as a process of its own, always on the same port. */
export interface ServerProcess {
  readonly origin: string
  /** What it has written, newest last. */
  readonly log: readonly string[]
  isRunning(): boolean
  /** Starts it and waits until it answers `/readyz`. */
  start(): Promise<void>
  /** SIGTERM: it drains and ends. */
  stop(): Promise<void>
  /** SIGKILL: nothing of it runs any more. */
  kill(): Promise<void>
}

const freePort = async (): Promise<number> => {
  const { port, close } = await listenOnLoopback(createServer())
  await close()
  return port
}

/** Chooses a port; the server is not started yet. `serve` is what `npm run lapwing -- serve` runs. */
export async function serverProcess(dataDir: string): Promise<ServerProcess> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const log: string[] = []
  let child: ChildProcess | null = null
  const env = { ...process.env, LAPWING_DATA: dataDir, LAPWING_PORT: String(port), NODE_ENV: 'production' }

  const ended = (it: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      if (it.exitCode !== null || it.signalCode !== null) resolve()
      else it.once('exit', () => resolve())
    })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child
    if (running === null) return
    child = null
    running.kill(signal)
    // It drains for at most 10 s; a server that stays longer is a fault, and must not outlive the test.
    const isLate = await Promise.race([ended(running).then(() => false), wait(15_000, true, { ref: false })])
    if (!isLate) return
    running.kill('SIGKILL')
    await ended(running)
    throw new Error(`the server did not end within 15 s of ${signal}:\n${log.slice(-12).join('')}`)
  }
  const answers = (): Promise<boolean> =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  return {
    origin,
    log,
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    async start() {
      const started = spawn(process.execPath, ['server/cli.ts', 'serve'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', (data) => {
          log.push(String(data))
          if (log.length > 500) log.shift()
        })
      child = started
      await until(`the server to be ready (${origin})`, async () => {
        if (started.exitCode !== null) throw new Error(`the server ended at once:\n${log.join('')}`)
        return answers()
      })
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
