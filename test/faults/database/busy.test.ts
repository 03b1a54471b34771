import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Connection, createConnection, openBare } from '#server/db/connection.ts'
import { createDatabase } from '#server/db/database.ts'
import { SchoolFileBusy } from '#server/db/errors.ts'
import { createGroupCommit } from '#server/db/group-commit.ts'
import { enrolTokens } from '#server/db/schema/enrol-token.ts'
import { temporarySchool } from '#test/server/db/temporary-school.ts'
import { outsideLock } from './outside-lock.ts'

const insertSql = "insert into enrol_token (token_hash, label, created_at) values (?, 'x', 1)"
const names = ['a', 'b', 'c', 'd', 'e']

/** Runs the garbage collector, which finalises statements that the driver left stuck. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** What another program finds in the file. */
async function stored(file: string): Promise<unknown[]> {
  const outside = await openBare(file)
  const rows = (await outside.execute('select token_hash from enrol_token order by 1')).rows.map(
    (row) => row[0],
  )
  outside.close()
  return rows
}

/** Five units meet a lock that is let go after 150 ms. Answers with those that were acknowledged and what is in the file then. */
async function meetALock(file: string, connection: Connection) {
  const database = createDatabase(connection)
  const { commit } = createGroupCommit(database)
  const letGo = await outsideLock(file)
  const units = names.map((name) =>
    commit(async (_, execute) => void (await execute({ sql: insertSql, args: [name] }))),
  )
  const outcomes = Promise.allSettled(units)
  await wait(150)
  await letGo()
  const settled = await outcomes
  collectGarbage()
  return {
    acknowledged: names.filter((_, index) => settled[index]?.status === 'fulfilled'),
    inFile: await stored(file),
    database,
  }
}

describe('an outside lock on a school file', () => {
  it('costs a wait, and nothing that was acknowledged', async () => {
    const { file } = await temporarySchool()
    const { acknowledged, inFile, database } = await meetALock(file, createConnection(file))
    onTestFinished(() => database.close())
    expect(acknowledged).toEqual(names)
    expect(inFile).toEqual([...names, 'outside'])
    await database.write((db) =>
      db.insert(enrolTokens).values({ tokenHash: 'later', label: 'x', createdAt: 1 }),
    )
    expect(await stored(file)).toContain('later')
    expect(await database.checkpoint()).toBe(true)
    expect(
      await database.write(async (_, execute) => (await execute('pragma secure_delete')).rows[0]?.[0]),
    ).toBe(1)
  })

  it('is not survived without the new connection: this is what the test above can see', async () => {
    const { file } = await temporarySchool()
    const connection = createConnection(file)
    const { acknowledged } = await meetALock(file, { ...connection, drop: () => undefined })
    connection.drop()
    expect(acknowledged).not.toEqual(names)
  })

  it('makes the bare driver acknowledge writes and lose them', async () => {
    const { file } = await temporarySchool()
    const letGo = await outsideLock(file)
    const lost = await acknowledgedByBareDriver(file, letGo)
    collectGarbage()
    expect(lost).toEqual(names)
    expect(await stored(file)).toEqual(['outside'])
  })

  it('that stays gives a clear error that names the file, and keeps nothing', async () => {
    const { file } = await temporarySchool()
    const database = createDatabase(createConnection(file))
    onTestFinished(() => database.close())
    const letGo = await outsideLock(file)
    const write = database.write((db) =>
      db.insert(enrolTokens).values({ tokenHash: 'a', label: 'x', createdAt: 1 }),
    )
    await expect(write).rejects.toBeInstanceOf(SchoolFileBusy)
    await expect(write).rejects.toThrow(file)
    await letGo()
    expect(await stored(file)).toEqual(['outside'])
    await database.write((db) => db.insert(enrolTokens).values({ tokenHash: 'b', label: 'x', createdAt: 1 }))
    expect(await stored(file)).toEqual(['b', 'outside'])
  })
})

async function acknowledgedByBareDriver(file: string, letGo: () => Promise<void>): Promise<string[]> {
  const bare = await openBare(file)
  await expect(bare.execute({ sql: insertSql, args: ['refused'] })).rejects.toThrow('locked')
  await letGo()
  const acknowledged: string[] = []
  for (const name of names) {
    await bare.execute({ sql: insertSql, args: [name] })
    acknowledged.push(name)
  }
  expect((await bare.execute('select count(*) from enrol_token')).rows[0]?.[0]).toBe(names.length + 1)
  return acknowledged
}
