import { describe, expect, it } from 'vitest'
import { createGroupCommit } from '#server/db/group-commit.ts'
import { enrolTokens } from '#server/db/schema/enrol-token.ts'
import type { Db, Unit } from '#server/db/transaction.ts'
import { temporarySchool } from './temporary-school.ts'

const keep =
  (tokenHash: string) =>
  async (db: Db): Promise<string> => {
    await db.insert(enrolTokens).values({ tokenHash, label: 'x', createdAt: 1 })
    return tokenHash
  }

/** A temporary school whose transactions are counted. */
async function counted() {
  const school = await temporarySchool()
  const groups: number[] = []
  const writeTogether = <T>(units: readonly Unit<T>[]) => {
    groups.push(units.length)
    return school.writeTogether(units)
  }
  const stored = async () =>
    (await school.read((db) => db.select().from(enrolTokens))).map((row) => row.tokenHash).toSorted()
  return { school, groups, writeTogether, stored }
}

describe('group commit', () => {
  it('commits together what waits together, and answers each with its own result', async () => {
    const { groups, stored, ...database } = await counted()
    const { commit } = createGroupCommit(database)
    const names = Array.from({ length: 20 }, (_, index) => `t${index + 10}`)
    expect(await Promise.all(names.map((name) => commit(keep(name))))).toEqual(names)
    expect(groups).toEqual([20])
    expect(await stored()).toEqual(names)
  })

  it('takes at most so many units at a time', async () => {
    const { groups, ...database } = await counted()
    const group = createGroupCommit(database, { mostUnits: 8 })
    const all = Promise.all(Array.from({ length: 20 }, (_, index) => group.commit(keep(`t${index}`))))
    expect(group.waiting()).toBe(20)
    await all
    expect(groups).toEqual([8, 8, 4])
    expect(group.waiting()).toBe(0)
  })

  it('undoes a unit that throws alone', async () => {
    const { stored, ...database } = await counted()
    const { commit } = createGroupCommit(database)
    const outcomes = await Promise.allSettled([
      commit(keep('a')),
      commit(async (db) => {
        await keep('half')(db)
        throw new Error('bad unit')
      }),
      commit(keep('b')),
      commit(keep('a')),
      commit(async (_, execute) => execute('select nonsense')),
      commit(keep('c')),
    ])
    expect(outcomes.map((each) => each.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    expect(await stored()).toEqual(['a', 'b', 'c'])
  })

  it('keeps a query that a failed unit left running out of its neighbours', async () => {
    const { stored, ...database } = await counted()
    const { commit } = createGroupCommit(database)
    let late: Promise<unknown> = Promise.resolve()
    let hold = (): void => undefined
    const held = new Promise<void>((resolve) => (hold = resolve))
    const failing = commit(async (db) => {
      late = held.then(() => keep('late')(db))
      throw new Error('gave up')
    })
    const next = commit(async (db) => {
      hold()
      await expect(late).rejects.toThrow('Failed query')
      return keep('next')(db)
    })
    await expect(failing).rejects.toThrow('gave up')
    await next
    expect(await stored()).toEqual(['next'])
  })

  it('rejects everybody when the transaction itself fails, and goes on with the next group', async () => {
    const { school, stored } = await counted()
    let fails = true
    const { commit } = createGroupCommit({
      async writeTogether(units) {
        if (!fails) return school.writeTogether(units)
        fails = false
        throw new Error('disk full')
      },
    })
    const outcomes = await Promise.allSettled([commit(keep('a')), commit(keep('b'))])
    expect(outcomes.map((each) => each.status)).toEqual(['rejected', 'rejected'])
    await commit(keep('c'))
    expect(await stored()).toEqual(['c'])
  })

  it('refuses to be used from inside a unit of work', async () => {
    const { school, ...database } = await counted()
    const { commit } = createGroupCommit(database)
    await expect(school.write(() => commit(keep('a')))).rejects.toThrow('may not start another')
  })
})
