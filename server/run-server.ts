import type { Settings } from './env.ts'
import { logLine } from './log-line.ts'
import { startServer } from './serve.ts'

/** Runs the server until a signal stops it cleanly (0) or it loses its database (1): the exit code. */
export async function runServer(settings: Settings, log = logLine): Promise<0 | 1> {
  const server = await startServer(settings, log)
  log({ level: 'info', msg: 'listening', origin: server.origin })
  const stopped = new Promise<'stopped'>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve('stopped'))
  })
  const how = await Promise.race([stopped, server.died.then(() => 'died' as const)])
  const lost = how === 'died'
  log({ level: lost ? 'error' : 'info', msg: lost ? 'the database thread ended' : 'stopping' })
  await server.close()
  log({ level: 'info', msg: 'stopped' })
  return lost ? 1 : 0
}
