import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openBare } from '#server/db/connection.ts'
import type { SchoolDatabase } from '#server/db/database.ts'
import { enrolTokens } from '#server/db/schema/enrol-token.ts'
import type { Db } from '#server/db/transaction.ts'
import { temporarySchool } from './temporary-school.ts'

const token = (tokenHash: string) => ({ tokenHash, label: 'Year 7 iPads', createdAt: 1 })
const labels = (school: SchoolDatabase) =>
  school.read((db) => db.select().from(enrolTokens).orderBy(enrolTokens.tokenHash))

async function seenFromOutside(file: string): Promise<number> {
  const outside = await openBare(file)
  try {
    return Number((await outside.execute('select count(*) from enrol_token')).rows[0]?.[0])
  } finally {
    outside.close()
  }
}

describe('a school database', () => {
  it('has on disk what a write resolved with', async () => {
    const school = await temporarySchool()
    const answer = await school.write(async (db) => {
      await db.insert(enrolTokens).values([token('a'), token('b')])
      return 'kept'
    })
    expect(answer).toBe('kept')
    expect(await seenFromOutside(school.file)).toBe(2)
  })

  it('keeps nothing of a unit that throws, and works on', async () => {
    const school = await temporarySchool()
    const failing = school.write(async (db) => {
      await db.insert(enrolTokens).values(token('a'))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await school.write((db) => db.insert(enrolTokens).values(token('b')))
    expect((await labels(school)).map((row) => row.tokenHash)).toEqual(['b'])
  })

  it('keeps what follows a refused constraint', async () => {
    const school = await temporarySchool()
    await school.write((db) => db.insert(enrolTokens).values(token('a')))
    for (let round = 0; round < 5; round += 1) {
      await expect(school.write((db) => db.insert(enrolTokens).values(token('a')))).rejects.toThrow(
        'Failed query',
      )
      await school.write((db) => db.insert(enrolTokens).values(token(`b${round}`)))
    }
    expect(await seenFromOutside(school.file)).toBe(6)
  })

  it('undoes only the inner part when a nested transaction throws', async () => {
    const school = await temporarySchool()
    await school.write(async (db) => {
      await db.insert(enrolTokens).values(token('outer'))
      await expect(
        db.transaction(async (inner) => {
          await inner.insert(enrolTokens).values(token('inner'))
          throw new Error('inner')
        }),
      ).rejects.toThrow('inner')
    })
    expect((await labels(school)).map((row) => row.tokenHash)).toEqual(['outer'])
  })

  it('runs parallel writes one after another, in order', async () => {
    const school = await temporarySchool()
    await school.write((db) => db.insert(enrolTokens).values({ ...token('n'), createdAt: 0 }))
    const add = () =>
      school.write(async (db) => {
        const [row] = await db.select().from(enrolTokens)
        await db.update(enrolTokens).set({ createdAt: (row?.createdAt ?? 0) + 1 })
        return row?.createdAt
      })
    expect(await Promise.all(Array.from({ length: 40 }, add))).toEqual(
      Array.from({ length: 40 }, (_, index) => index),
    )
  })

  it('refuses a query that outlives its unit of work', async () => {
    const school = await temporarySchool()
    let stray: Db | undefined
    await school.write(async (db) => void (stray = db))
    const later = school.write(async () => stray?.insert(enrolTokens).values(token('stray')))
    await expect(later).rejects.toMatchObject({ cause: { message: 'this unit of work is over' } })
    expect(await labels(school)).toEqual([])
  })

  it('refuses a unit of work inside another instead of waiting for itself', async () => {
    const school = await temporarySchool()
    await expect(school.write(() => school.read(async () => 1))).rejects.toThrow('may not start another')
    await expect(school.read(() => school.write(async () => 1))).rejects.toThrow('may not start another')
    await school.write(async () => 1).then(() => school.write(async () => 2))
  })

  it('refuses to write while reading', async () => {
    const school = await temporarySchool()
    const writing = school.read((db) =>
      db.all(sql`insert into enrol_token values ('a', 'x', 1, null, null) returning label`),
    )
    await expect(writing).rejects.toMatchObject({ cause: { message: 'a read may only run queries' } })
    await school.read((db) =>
      db.all(sql`with gone as (select 1) insert into enrol_token select 'a', 'x', 1, null, null`),
    )
    expect(await labels(school)).toEqual([])
  })

  it('refuses every use once closed, and closes after what is under way', async () => {
    const school = await temporarySchool()
    const last = school.write((db) => db.insert(enrolTokens).values(token('last')))
    await Promise.all([school.close(), school.close()])
    await last
    await expect(school.write(async () => 1)).rejects.toThrow('is closed')
    expect(await seenFromOutside(school.file)).toBe(1)
  })

  it('empties the write-ahead log at a checkpoint', async () => {
    const school = await temporarySchool()
    await school.write((db) => db.insert(enrolTokens).values(token('a')))
    expect(await school.checkpoint()).toBe(true)
    expect(
      await school.read((db) => db.select().from(enrolTokens).where(eq(enrolTokens.tokenHash, 'a'))),
    ).toHaveLength(1)
  })
})
