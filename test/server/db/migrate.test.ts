import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { describe, expect, it } from 'vitest'
import { openBare } from '#server/db/connection.ts'
import { openSchool } from '#server/db/open.ts'
import type { Reader } from '#server/db/transaction.ts'
import { temporaryDataDir, temporaryFile, temporarySchool } from './temporary-school.ts'

const migrationsFolder = fileURLToPath(new URL('../../../server/db/migrations', import.meta.url))
const schema = (db: Reader) =>
  db.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_schema where sql is not null and name not like '\\_\\_%' escape '\\' order by name`,
  )

describe('migrations', () => {
  it('bring a file at the first schema to the same schema as a fresh one, keeping its rows', async () => {
    const fresh = await temporarySchool()
    const dataDir = await temporaryDataDir()
    await atFirstMigration(temporaryFile(dataDir))
    const old = await openSchool({ dataDir, schoolId: 'oakfield' })
    expect(await old.read(schema)).toEqual(await fresh.read(schema))
    expect(await old.read((db) => db.all(sql`select name from school`))).toEqual([{ name: 'Oakfield' }])
    await old.close()
  })

  it('leave a file that is up to date alone', async () => {
    const { dataDir, read, close } = await temporarySchool()
    const before = await read(schema)
    await close()
    const again = await openSchool({ dataDir, schoolId: 'oakfield' })
    expect(await again.read(schema)).toEqual(before)
    expect(await again.read((db) => db.all(sql`select count(*) as n from __drizzle_migrations`))).toEqual([
      { n: 3 },
    ])
    await again.close()
  })

  it('store events without a rowid, clustered by device, epoch and sequence', async () => {
    const school = await temporarySchool()
    await expect(school.read((db) => db.all(sql`select rowid from event`))).rejects.toThrow('Failed query')
  })
})

/** Makes a school's file as the first migration alone left it. */
async function atFirstMigration(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const client = await openBare(file)
  const [first] = readMigrationFiles({ migrationsFolder })
  if (!first) throw new Error('there is no migration')
  await client.execute(
    'create table __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  )
  for (const statement of first.sql) await client.execute(statement)
  await client.execute({
    sql: 'insert into __drizzle_migrations (hash, created_at) values (?, ?)',
    args: [first.hash, first.folderMillis],
  })
  await client.execute(`insert into school values ('oakfield', 'Oakfield', '{}', 1)`)
  client.close()
}
