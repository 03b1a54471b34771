import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { SchoolDatabase } from '#server/db/database.ts'
import { openSchool } from '#server/db/open.ts'
import { schoolFile } from '#server/db/school-file.ts'

/** An empty data folder that goes away with the test. */
export async function temporaryDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lapwing-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** A new school on a real file, closed and removed with the test. */
export async function temporarySchool(): Promise<SchoolDatabase & { dataDir: string }> {
  const dataDir = await temporaryDataDir()
  const database = await openSchool({ dataDir, schoolId: 'oakfield' })
  onTestFinished(() => database.close())
  return { ...database, dataDir }
}

/** Where the school of `temporarySchool` lies. */
export const temporaryFile = (dataDir: string): string => schoolFile(dataDir, 'oakfield')
