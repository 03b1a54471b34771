import { describe, expect, it } from 'vitest'
import { assertPragmas, createConnection, openBare } from '#server/db/connection.ts'
import { createDatabase } from '#server/db/database.ts'
import { temporarySchool } from './temporary-school.ts'

const required = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
  cell_size_check: 1,
  temp_store: 2,
}

type Ask = (sql: string) => Promise<{ rows: readonly { readonly [column: number]: unknown }[] }>

async function pragmasBy(ask: Ask): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const name of Object.keys(required)) found[name] = (await ask(`pragma ${name}`)).rows[0]?.[0]
  return found
}

describe('the PRAGMAs of a connection', () => {
  it('hold inside a transaction, after it, after one that failed, and on the next connection', async () => {
    const { file } = await temporarySchool()
    const connection = createConnection(file)
    const school = createDatabase(connection)
    expect(await school.write((_, execute) => pragmasBy(execute))).toEqual(required)
    await expect(school.write((_, execute) => execute('insert into nowhere values (1)'))).rejects.toThrow(
      'nowhere',
    )
    expect(await school.write((_, execute) => pragmasBy(execute))).toEqual(required)
    connection.drop()
    const client = await connection.client()
    expect(await pragmasBy((sql) => client.execute(sql))).toEqual(required)
    await school.close()
  })

  it('are missing from a connection that did not come from the factory, and are noticed', async () => {
    const { file } = await temporarySchool()
    const bare = await openBare(file)
    expect(await pragmasBy((sql) => bare.execute(sql))).not.toEqual(required)
    await expect(assertPragmas(bare)).rejects.toThrow('pragma trusted_schema is 1, not 0')
    bare.close()
  })
})
