import { readSettings } from './env.ts'
import { runServer } from './run-server.ts'

try {
  process.exit(await runServer(readSettings()))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
