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
  const options = { school: text, file: text, names: text }
  const { school, file, names: namesPath } = parseArgs({ args, options }).values
  if (!school || !file) return err(usage)
  const { dataDir } = readSettings()
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const names = namesPath === undefined ? ok(null) : await readInput(namesPath)
  if (!names.ok) return names
  const schools = createOpenSchools({ dataDir })
  try {
    const database = await schools.find(school)
    if (database === null) return err(`there is no school ${school} in ${dataDir}`)
    const folder = schoolFolder(dataDir, school)
    const installed = await installLists(database, folder, bytes.value, Date.now(), names.value)
    return installed.ok
      ? ok(`${school} has ${installed.value.version} now, ${installed.value.hash}`)
      : installed
  } finally {
    await schools.closeAll()
  }
}
