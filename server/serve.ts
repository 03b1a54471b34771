import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Settings } from './env.ts'
import { readSessionCookie } from './http/cookie.ts'
import { createHub } from './live/hub.ts'
import { acceptSockets } from './live/upgrade.ts'
import { startWorker } from './services/start-worker.ts'

export interface RunningServer {
  /** Where people and devices reach it, such as `http://127.0.0.1:8787`. */
  readonly origin: string
  /** Stops cleanly: no new work, work under way finished, sockets told to come back, everything on disk. At most 10 s. */
  readonly close: () => Promise<void>
  /** Resolves when the services' thread ended by itself: nothing can be kept any more. */
  readonly died: Promise<void>
}

const servicesThread = new URL('./services-thread.ts', import.meta.url)
const drainMs = 8_000
const reconnectSpreadMs = 30_000

type Log = (line: Readonly<Record<string, unknown>>) => void

async function listen(server: Server, { host, port }: Settings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const inUse = 'code' in error && error.code === 'EADDRINUSE'
      const hint = `Port ${port} is in use: stop the other server, or set LAPWING_PORT to another number.`
      reject(inUse ? new Error(hint, { cause: error }) : error)
    })
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return address.port
}

const within = (ms: number, job: Promise<unknown>): Promise<unknown> =>
  Promise.race([job, new Promise((resolve) => setTimeout(resolve, ms).unref())])

/** Starts the whole server: services' thread, live side, HTTP and sockets on one port. */
export async function startServer(settings: Settings, log: Log): Promise<RunningServer> {
  const now = Date.now
  const services = await startWorker(servicesThread, settings.dataDir, (fault) =>
    log({ level: 'error', msg: 'services', fault }),
  )
  const hub = createHub(now, (schoolId, lessonId) => {
    void services.call(schoolId, 'lessons.expire', { kind: 'system' }, { lessonId })
  })
  services.onFacts((schoolId, facts) => hub.publish(schoolId, facts))
  for (const schoolId of services.schoolIds) {
    const { result } = await services.call(schoolId, 'lessons.resume', { kind: 'system' }, null)
    if (result.ok) for (const lesson of result.value) hub.school(schoolId).lessons.open(lesson)
    else log({ level: 'error', msg: 'school not opened', schoolId, reason: result.error.message })
  }

  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(settings.host)
  if (settings.publicUrl === null && !loopback) {
    const reason =
      'LAPWING_PUBLIC_URL is not set: consoles at any other address than this host will be refused'
    log({ level: 'warn', msg: 'public address unknown', reason })
  }
  let origin = settings.publicUrl ?? ''
  const deps = { services, hub, log, now, publicOrigin: () => origin }
  const app = createApp(deps, settings.consoleDir)
  const answer = getRequestListener(app.fetch)
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000 },
    (incoming, outgoing) => void answer(incoming, outgoing),
  )
  const sockets = acceptSockets(server, {
    ...deps,
    random: Math.random,
    sessionOf: (header) => readSessionCookie(origin, header),
  })
  const port = await listen(server, settings)
  if (settings.publicUrl === null) origin = `http://${settings.host}:${port}`

  let closing: Promise<void> | null = null
  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    sockets.close(reconnectSpreadMs)
    server.closeIdleConnections()
    await within(drainMs, services.close())
    // Answers that are ready still have to go out.
    await within(1_000, closed)
    sockets.terminate()
    server.closeAllConnections()
  }
  return { origin, died: services.died, close: () => (closing ??= close()) }
}
