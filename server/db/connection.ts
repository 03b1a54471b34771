import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client'

/** The one connection to a school's file. `client` opens it when there is none; `drop` throws it away with all it held. */
export interface Connection {
  readonly file: string
  client(): Promise<Client>
  drop(): void
}

/** A lock is waited for this long inside the driver, which freezes the thread: retries do the real waiting. */
const busyTimeoutMs = 20

/**
 * What every connection is set to, in the order it is set, with what SQLite answers when asked. `synchronous` 2 is FULL: a commit
 * is on the disk before it returns. `recursive_triggers` lets no REPLACE slip past a trigger that forbids deletion.
 */
const pragmas: readonly (readonly [name: string, value: string, answer: string | number])[] = [
  ['busy_timeout', String(busyTimeoutMs), busyTimeoutMs],
  ['trusted_schema', '0', 0],
  ['cell_size_check', '1', 1],
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['foreign_keys', '1', 1],
  ['recursive_triggers', '1', 1],
  ['secure_delete', '1', 1],
  ['temp_store', 'memory', 2],
  ['cache_size', '-8000', -8000],
  ['journal_size_limit', '67108864', 67_108_864],
]

/** A connection as the driver makes it, before any PRAGMA. One at a time: a second one would lack the PRAGMAs and wait for itself. */
export async function openBare(file: string): Promise<Client> {
  return createClient({ url: pathToFileURL(file).href, concurrency: 1, timeout: busyTimeoutMs })
}

/** A connection with every PRAGMA set and read back. Throws when one did not take. */
export async function openSet(file: string): Promise<Client> {
  const client = await openBare(file)
  try {
    for (const [name, value] of pragmas) await client.execute(`pragma ${name} = ${value}`)
    await assertPragmas(client)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

/** Throws when the connection is not set as every connection must be. */
export async function assertPragmas(client: Pick<Client, 'execute'>): Promise<void> {
  for (const [name, , answer] of pragmas) {
    const row = (await client.execute(`pragma ${name}`)).rows[0]
    if (row?.[0] !== answer) throw new Error(`pragma ${name} is ${String(row?.[0])}, not ${answer}`)
  }
}

/** A connection to `file` that `open` opens on first use and again after each `drop`. Callers hold the file's mutex. */
export function createConnection(file: string, open = openSet): Connection {
  let current: Client | null = null
  return {
    file,
    client: async () => (current ??= await open(file)),
    drop() {
      current?.close()
      current = null
    },
  }
}
