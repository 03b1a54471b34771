import { checkFile } from './check-file.ts'
import { createConnection, openBare } from './connection.ts'
import { createDatabase, type SchoolDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { withRetry } from './retry.ts'
import { prepareFile, schoolFile } from './school-file.ts'

/**
 * Opens a school's database, making it if there is none: checked whole before anything is written to it, at this version's schema,
 * for the server's user only. Throws SchoolFileDamaged, SchoolFileNewer or SchoolFileBusy, each naming the file.
 */
export async function openSchool(options: { dataDir: string; schoolId: string }): Promise<SchoolDatabase> {
  const file = schoolFile(options.dataDir, options.schoolId)
  await prepareFile(file)
  const bare = createConnection(file, openBare)
  try {
    await withRetry(bare, (client) => checkFile(client, file))
  } finally {
    bare.drop()
  }
  const connection = createConnection(file)
  try {
    await withRetry(connection, (client) => migrate(client, file))
  } catch (error) {
    connection.drop()
    throw error
  }
  return createDatabase(connection)
}
