import { readSettings } from './env.ts'
import { logLine } from './log-line.ts'
import { startServer } from './serve.ts'

/** Runs the server until it is told to stop; answers the exit code. */
export async function main(log = logLine): Promise<number> {
  const server = await startServer(readSettings(), log)
  log({ level: 'info', msg: 'listening', origin: server.origin })
  const stopped = new Promise<'stopped'>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve('stopped'))
  })
  const how = await Promise.race([stopped, server.died.then(() => 'died' as const)])
  log({
    level: how === 'died' ? 'error' : 'info',
    msg: how === 'died' ? 'the database thread ended' : 'stopping',
  })
  await server.close()
  return how === 'died' ? 1 : 0
}

if (import.meta.main) process.exit(await main())
