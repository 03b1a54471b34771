import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { createOpenSchools } from '../../db/open-schools.ts'
import { schoolFolder } from '../../db/school-file.ts'
import { readSettings } from '../../env.ts'
import { installLists } from '../../services/lists/install.ts'
import { readInput } from '../input-file.ts'

/** `lapwing lists install …`. */
export async function install(args: string[], usage: string): Promise<Result<string>> {
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
    const installed = await installLists(database, schoolFolder(dataDir, school), bytes.value, Date.now())
    return installed.ok
      ? ok(`${school} has ${installed.value.version} now, ${installed.value.hash}`)
      : installed
  } finally {
    await schools.closeAll()
  }
}
