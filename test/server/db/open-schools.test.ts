import { stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createOpenSchools } from '#server/db/open-schools.ts'
import { enrolTokens } from '#server/db/schema/enrol-token.ts'
import { schoolFile, schoolFolder } from '#server/db/school-file.ts'
import { temporaryDataDir } from './temporary-school.ts'

describe('the open schools', () => {
  it('are opened once each and kept apart', async () => {
    const dataDir = await temporaryDataDir()
    const schools = createOpenSchools({ dataDir })
    const [one, same, other] = await Promise.all([
      schools.make('one'),
      schools.make('one'),
      schools.make('other'),
    ])
    expect(same).toBe(one)
    await one.write((db) => db.insert(enrolTokens).values({ tokenHash: 'a', label: 'x', createdAt: 1 }))
    expect(await other.read((db) => db.$count(enrolTokens))).toBe(0)
    expect(await schools.find('one')).toBe(one)
    expect(await schools.ids()).toEqual(['one', 'other'])
    await schools.closeAll()
  })

  it('make nothing for a school that does not exist', async () => {
    const dataDir = await temporaryDataDir()
    const schools = createOpenSchools({ dataDir })
    expect(await schools.find('nobody')).toBeNull()
    expect(await schools.ids()).toEqual([])
    await expect(stat(schoolFolder(dataDir, 'nobody'))).rejects.toThrow('ENOENT')
    await expect(schools.find('../nobody')).rejects.toThrow('Invalid format')
    await schools.closeAll()
  })

  it('are checkpointed and closed together, and refuse to open after', async () => {
    const dataDir = await temporaryDataDir()
    const schools = createOpenSchools({ dataDir })
    const school = await schools.make('one')
    await school.write((db) => db.insert(enrolTokens).values({ tokenHash: 'a', label: 'x', createdAt: 1 }))
    await schools.closeAll()
    expect((await stat(`${schoolFile(dataDir, 'one')}-wal`)).size).toBe(0)
    await expect(school.read(async () => 1)).rejects.toThrow('is closed')
    await expect(schools.make('one')).rejects.toThrow('stopping')
    const again = createOpenSchools({ dataDir })
    expect(await (await again.find('one'))?.read((db) => db.$count(enrolTokens))).toBe(1)
    await again.closeAll()
  })

  it('try again after an opening that failed', async () => {
    const dataDir = await temporaryDataDir()
    let opened = 0
    const schools = createOpenSchools({ dataDir }, async () => {
      opened += 1
      throw new Error(`try ${opened}`)
    })
    await expect(schools.make('one')).rejects.toThrow('try 1')
    await expect(schools.make('one')).rejects.toThrow('try 2')
    await schools.closeAll()
  })
})
