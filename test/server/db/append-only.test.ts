import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { audit } from '#server/db/schema/audit.ts'
import { flagNotes } from '#server/db/schema/flag-note.ts'
import { flags } from '#server/db/schema/flag.ts'
import { seedFlag, seedPeople } from './seed.ts'
import { temporarySchool } from './temporary-school.ts'

const entry = (hash: string) => ({
  at: 1,
  actor: 's1',
  action: 'flag.read',
  subjectKind: 'flag',
  prevHash: 'start',
  hash,
})

async function schoolWithHistory() {
  const school = await temporarySchool()
  await school.write(async (db) => {
    await seedPeople(db)
    await seedFlag(db, 'f1')
    await db
      .insert(flagNotes)
      .values({ id: 1, flagId: 'f1', at: 1, staffId: 's1', words: 'Spoke with Amara.' })
    await db.insert(audit).values({ id: 1, ...entry('h1') })
  })
  return school
}

describe('append-only tables', () => {
  it.each([
    `update audit set actor = 's2'`,
    `delete from audit`,
    `insert or replace into audit select 1, 9, staff_id, 'forged', action, subject_kind, null, null, null, prev_hash, 'h9' from audit`,
    `insert or replace into audit select 9, 9, staff_id, 'forged', action, subject_kind, null, null, null, prev_hash, 'h1' from audit`,
    `insert into audit select id, at, staff_id, 'forged', action, subject_kind, null, null, null, prev_hash, hash from audit where true
     on conflict do update set actor = 'forged'`,
    `update flag_note set words = ''`,
    `delete from flag_note`,
    `insert or replace into flag_note select id, flag_id, at, staff_id, 'forged' from flag_note`,
  ])('refuse %s', async (forgery) => {
    const school = await schoolWithHistory()
    await expect(school.write((_, execute) => execute(forgery))).rejects.toThrow('append-only')
    expect(await school.read((db) => db.select({ actor: audit.actor }).from(audit))).toEqual([
      { actor: 's1' },
    ])
    expect(await school.read((db) => db.select({ words: flagNotes.words }).from(flagNotes))).toEqual([
      { words: 'Spoke with Amara.' },
    ])
  })

  it('take new rows', async () => {
    const school = await schoolWithHistory()
    await school.write((db) => db.insert(audit).values([entry('h2'), entry('h3')]))
    expect(await school.read((db) => db.$count(audit))).toBe(3)
  })

  it('let notes go with their flag when its time is over', async () => {
    const school = await schoolWithHistory()
    await school.write((db) => db.delete(flags).where(eq(flags.id, 'f1')))
    expect(await school.read((db) => db.all(sql`select * from flag_note`))).toEqual([])
  })
})
