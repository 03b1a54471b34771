import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import { LibSQLSession, LibSQLTransaction } from 'drizzle-orm/libsql/session'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { err, ok, type Result } from '#shared/base/result.ts'
import { endsTransaction } from './errors.ts'

type NoSchema = Record<string, never>

/** Drizzle bound to one unit of work. It refuses to work once that unit is over, so a stray query cannot land in the next. */
export type Db = LibSQLTransaction<NoSchema, NoSchema>

/** The part of `Db` that reads. */
export type Reader = Pick<Db, 'select' | 'selectDistinct' | '$count' | 'all' | 'get' | 'values'>

/** A statement sent as it is, for what is hot: Drizzle costs three to five times as much. */
export type Execute = (statement: InStatement) => Promise<ResultSet>

/** What happens in one transaction, all of it or nothing. */
export type Unit<T> = (db: Db, execute: Execute) => Promise<T>

const dialect = new SQLiteAsyncDialect()

/** Runs `unit` while handing out the transaction; what it handed out stops working when the unit settles. */
async function lend<T>(
  client: Client,
  transaction: Transaction,
  unit: Unit<T>,
  mayRun: (sql: string) => boolean,
): Promise<T> {
  let over = false
  const refuse = (): never => {
    throw new Error('only statements go through a unit of work')
  }
  const lent: Transaction = {
    async execute(statement) {
      if (over) throw new Error('this unit of work is over')
      if (!mayRun(typeof statement === 'string' ? statement : statement.sql))
        throw new Error('a read may only run queries')
      return transaction.execute(statement)
    },
    batch: refuse,
    executeMultiple: refuse,
    commit: refuse,
    rollback: refuse,
    close: refuse,
    get closed() {
      return over || transaction.closed
    },
  }
  const session = new LibSQLSession<NoSchema, NoSchema>(client, dialect, undefined, {}, lent)
  try {
    return await unit(new LibSQLTransaction<NoSchema, NoSchema>('async', dialect, session, undefined), (s) =>
      lent.execute(s),
    )
  } finally {
    over = true
  }
}

const anything = () => true
/** libSQL's `BEGIN READONLY` does not refuse writes on a local file, and switching `query_only` costs milliseconds. */
const queries = (sql: string): boolean => /^\s*(?:select|with|values|explain)\b/i.test(sql)

/** Runs `fn` on one snapshot. A statement that is no query is refused, and nothing is ever kept. */
export async function inSnapshot<T>(client: Client, fn: (db: Reader) => Promise<T>): Promise<T> {
  const transaction = await client.transaction('deferred')
  try {
    return await lend(client, transaction, fn, queries)
  } finally {
    transaction.close()
  }
}

/** Runs `unit` in one IMMEDIATE transaction: on disk when this resolves, rolled back when the unit throws. */
export async function inTransaction<T>(client: Client, unit: Unit<T>): Promise<T> {
  const transaction = await client.transaction('write')
  try {
    const result = await lend(client, transaction, unit, anything)
    await transaction.commit()
    return result
  } finally {
    transaction.close()
  }
}

/**
 * Runs units one after another in one IMMEDIATE transaction and answers for each in the same order. A unit that throws is rolled
 * back alone. Throws, with nothing kept, when the transaction itself fails.
 */
export async function inOneTransaction<T>(
  client: Client,
  units: readonly Unit<T>[],
): Promise<Result<T, unknown>[]> {
  const transaction = await client.transaction('write')
  try {
    const results: Result<T, unknown>[] = []
    for (const unit of units) results.push(await inSavepoint(client, transaction, unit))
    await transaction.commit()
    return results
  } finally {
    transaction.close()
  }
}

async function inSavepoint<T>(
  client: Client,
  transaction: Transaction,
  unit: Unit<T>,
): Promise<Result<T, unknown>> {
  await transaction.execute('savepoint unit')
  try {
    const value = await lend(client, transaction, unit, anything)
    await transaction.execute('release unit')
    return ok(value)
  } catch (error) {
    if (endsTransaction(error)) throw error
    await transaction.execute('rollback to unit')
    await transaction.execute('release unit')
    return err(error)
  }
}
