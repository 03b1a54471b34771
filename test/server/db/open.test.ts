import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SchoolFileDamaged, SchoolFileNewer } from '#server/db/errors.ts'
import { openSchool } from '#server/db/open.ts'
import { enrolTokens } from '#server/db/schema/enrol-token.ts'
import { temporaryDataDir, temporaryFile, temporarySchool } from './temporary-school.ts'

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
const schoolId = 'oakfield'

/** A school with some rows, closed: one file of many pages and no write-ahead log. */
async function closedSchool() {
  const { dataDir, file, write, close } = await temporarySchool()
  const rows = Array.from({ length: 2000 }, (_, index) => ({
    tokenHash: `${index}`,
    label: 'x'.repeat(100),
    createdAt: 1,
  }))
  await write((db) => db.insert(enrolTokens).values(rows))
  await close()
  return { dataDir, file }
}

describe('opening a school', () => {
  it('makes files that nobody else may read', async () => {
    const { file } = await temporarySchool()
    expect(await modeOf(dirname(file))).toBe('700')
    for (const each of [file, `${file}-wal`, `${file}-shm`]) expect(await modeOf(each)).toBe('600')
  })

  it('closes a file that others could read', async () => {
    const { dataDir, file } = await closedSchool()
    await chmod(file, 0o644)
    await (await openSchool({ dataDir, schoolId })).close()
    expect(await modeOf(file)).toBe('600')
  })

  it.each(['../oakfield', 'a/b', '', '.', 'x'.repeat(65)])('refuses the id %j', async (bad) => {
    await expect(openSchool({ dataDir: await temporaryDataDir(), schoolId: bad })).rejects.toThrow(
      'Invalid format',
    )
  })

  it.each([
    ['overwritten from the start', 0, 4096],
    ['damaged in the middle', 40 * 4096, 3 * 4096],
    ['with a scrambled schema', 100, 3996],
  ])('refuses a file %s and leaves it as it lies', async (_, from, length) => {
    const { dataDir, file } = await closedSchool()
    const bytes = await readFile(file)
    bytes.fill(0xa5, from, from + length)
    await writeFile(file, bytes)
    const opening = openSchool({ dataDir, schoolId })
    await expect(opening).rejects.toBeInstanceOf(SchoolFileDamaged)
    await expect(opening).rejects.toThrow(file)
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })

  it('refuses a file that was never a database', async () => {
    const dataDir = await temporaryDataDir()
    const file = temporaryFile(dataDir)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, 'Dear Sir or Madam, '.repeat(500))
    await expect(openSchool({ dataDir, schoolId })).rejects.toBeInstanceOf(SchoolFileDamaged)
  })

  it('refuses a file of a newer version', async () => {
    const { dataDir, write, close } = await temporarySchool()
    await write((_, execute) =>
      execute(`insert into __drizzle_migrations (hash, created_at) values ('later', 9e15)`),
    )
    await close()
    await expect(openSchool({ dataDir, schoolId })).rejects.toBeInstanceOf(SchoolFileNewer)
  })
})
