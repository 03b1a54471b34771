import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SchoolDatabase } from './database.ts'
import { refuseInsideJob } from './mutex.ts'
import type { Unit } from './transaction.ts'

/** Commits units in groups: all that came while the last group went to disk go together in the next. */
export interface GroupCommit {
  /** Resolves with the unit's result once it is on disk. Rejects with what the unit threw, alone, or with what failed the whole group. */
  commit<T>(unit: Unit<T>): Promise<T>
  /** How many units wait: what to refuse or slow down by. */
  waiting(): number
}

interface Waiting {
  /** Answers with what tells the caller, to be called once it is on disk. */
  readonly unit: Unit<() => void>
  readonly reject: (error: unknown) => void
}

/** Group commit into one school's database. `mostUnits` bounds a group, so that nobody waits behind an endless one. */
export function createGroupCommit(
  database: Pick<SchoolDatabase, 'writeTogether'>,
  { mostUnits = 256 }: { mostUnits?: number } = {},
): GroupCommit {
  let queue: Waiting[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    while (queue.length > 0) {
      // A commit blocks the thread: what was sent meanwhile is only handed over on the next turn of the event loop.
      await nextTurn()
      const group = queue.slice(0, mostUnits)
      queue = queue.slice(mostUnits)
      await commitTogether(database, group)
    }
    running = false
  }

  return {
    commit: <T>(unit: Unit<T>) =>
      new Promise<T>((resolve, reject) => {
        refuseInsideJob()
        const resolveLater: Unit<() => void> = async (db, execute) => {
          const value = await unit(db, execute)
          return () => resolve(value)
        }
        queue.push({ unit: resolveLater, reject })
        if (!running) void run()
      }),
    waiting: () => queue.length,
  }
}

async function commitTogether(
  database: Pick<SchoolDatabase, 'writeTogether'>,
  group: readonly Waiting[],
): Promise<void> {
  try {
    const results = await database.writeTogether(group.map(({ unit }) => unit))
    for (const [index, result] of results.entries()) {
      if (result.ok) result.value()
      else group[index]?.reject(result.error)
    }
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
}
