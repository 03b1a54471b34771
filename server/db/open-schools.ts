import type { SchoolDatabase } from './database.ts'
import { openSchool } from './open.ts'
import { schoolFile, schoolIdsIn, sizeOf } from './school-file.ts'

/** The schools whose files this process has open: each opened once, on first use. */
export interface OpenSchools {
  /** Opens a school that exists; null when there is no such school. Never makes one, so a made-up id costs no file. */
  find(schoolId: string): Promise<SchoolDatabase | null>
  /** Opens a school, making it if there is none. */
  make(schoolId: string): Promise<SchoolDatabase>
  /** The ids of all schools on disk, open or not. */
  ids(): Promise<string[]>
  /** Checkpoints and closes every open school. Later calls are refused. Throws the failures together, after trying all. */
  closeAll(): Promise<void>
}

/** The set of open schools under a data folder. `open` is there for tests. */
export function createOpenSchools(options: { dataDir: string }, open = openSchool): OpenSchools {
  const { dataDir } = options
  const opened = new Map<string, Promise<SchoolDatabase>>()
  let closed = false

  function openOnce(schoolId: string): Promise<SchoolDatabase> {
    if (closed) throw new Error('the server is stopping')
    const known = opened.get(schoolId)
    if (known) return known
    const opening = open({ dataDir, schoolId })
    opened.set(schoolId, opening)
    opening.catch(() => opened.delete(schoolId))
    return opening
  }

  return {
    find: async (schoolId) =>
      opened.has(schoolId) || (await sizeOf(schoolFile(dataDir, schoolId))) ? openOnce(schoolId) : null,
    make: async (schoolId) => openOnce(schoolId),
    ids: () => schoolIdsIn(dataDir),
    async closeAll() {
      closed = true
      const databases = await Promise.allSettled(opened.values())
      const closings = databases.flatMap((each) => (each.status === 'fulfilled' ? [each.value.close()] : []))
      const failures = (await Promise.allSettled(closings)).flatMap((each) =>
        each.status === 'rejected' ? [each.reason as unknown] : [],
      )
      if (failures.length > 0) throw new AggregateError(failures, 'not every school could be closed')
    },
  }
}
