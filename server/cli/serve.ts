import { err, ok, type Result } from '#shared/base/result.ts'
import { readSettings } from '../env.ts'
import { runServer } from '../run-server.ts'

/** `lapwing serve`: the server alone, for the schools that are in the data folder. Ends when it is told to stop. */
export async function serve(): Promise<Result<string>> {
  try {
    const code = await runServer(readSettings())
    return code === 0 ? ok('') : err('The server has lost its database. Its log says why.')
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}
