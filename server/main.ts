import { readSettings } from './env.ts'
import { runServer } from './run-server.ts'

process.exit(await runServer(readSettings()))
