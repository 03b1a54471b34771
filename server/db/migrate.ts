import { fileURLToPath } from 'node:url'
import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { assertPragmas } from './connection.ts'
import { SchoolFileNewer } from './errors.ts'

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

/**
 * Brings a school's file to this version's schema in one transaction: after a crash it is at the old schema or the new one.
 * Throws SchoolFileNewer when the file is ahead of us.
 */
export async function migrate(client: Client, file: string): Promise<void> {
  const newest = Math.max(
    ...readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis),
  )
  const applied = await lastApplied(client)
  if (applied === newest) return
  if (applied !== null && applied > newest) throw new SchoolFileNewer(file)
  await applyMigrations(drizzle(client), { migrationsFolder })
  await assertPragmas(client)
}

/** When the newest migration in the file was made (epoch ms), or null in a fresh file. */
async function lastApplied(client: Client): Promise<number | null> {
  const table = await client.execute("select 1 from sqlite_schema where name = '__drizzle_migrations'")
  if (table.rows.length === 0) return null
  const row = (await client.execute('select max(created_at) from __drizzle_migrations')).rows[0]
  return row?.[0] == null ? null : Number(row[0])
}
