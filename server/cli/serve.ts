import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { readSettings } from '../env.ts'
import { runServer } from '../run-server.ts'
import type { Command } from './command.ts'

const usage = `serve
  Runs the server for the schools in the data folder until it is told to stop. LAPWING_DATA, LAPWING_HOST, LAPWING_PORT,
  LAPWING_PUBLIC_URL and LAPWING_CONSOLE_DIR set it up.`

/** `lapwing serve`: the server alone, for the schools that are in the data folder. Ends when it is told to stop. */
export const serve: Command = { usage, run }

async function run(args: string[]): Promise<Result<string>> {
  parseArgs({ args, options: {} })
  try {
    const code = await runServer(readSettings())
    return code === 0 ? ok('') : err('The server has lost its database. Its log says why.')
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}
