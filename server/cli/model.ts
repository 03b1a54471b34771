import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { createOpenSchools } from '../db/open-schools.ts'
import { schoolFolder } from '../db/school-file.ts'
import { readSettings } from '../env.ts'
import { installModel } from '../services/models/install.ts'
import type { Command } from './command.ts'
import { readInput } from './input-file.ts'

const usage = `model install --school ID --file FILE
  Signs a text model with the school's key and makes it the school's current one, in the data folder (LAPWING_DATA).
  Devices fetch it when they connect next; until then, and when it is damaged, they read with the one they have.`

/** `lapwing model install`. */
export const model: Command = { usage, run }

async function run([command, ...args]: string[]): Promise<Result<string>> {
  if (command !== 'install') return err(usage)
  const text = { type: 'string' } as const
  const { school, file } = parseArgs({ args, options: { school: text, file: text } }).values
  if (!school || !file) return err(usage)
  const { dataDir } = readSettings()
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const schools = createOpenSchools({ dataDir })
  try {
    const database = await schools.find(school)
    if (database === null) return err(`there is no school ${school} in ${dataDir}`)
    const folder = schoolFolder(dataDir, school)
    const installed = await installModel(database, folder, bytes.value, Date.now())
    if (!installed.ok) return err(`${file}: ${installed.error}`)
    return ok(`${school} has ${installed.value.name} now, ${installed.value.hash}`)
  } finally {
    await schools.closeAll()
  }
}
