import { sql } from 'drizzle-orm'
import type { EpochMs, Id } from '#shared/base/fields.ts'
import type { Reader } from '../../db/transaction.ts'
import type { TileCounts } from '../fact.ts'
import type { FoundLesson } from './find.ts'

interface Row {
  readonly pupil_id: Id
  readonly open_flags: number
  readonly flag_severity: number
  readonly waiting_requests: number
  readonly locked: number
}

/**
 * What the tiles of these pupils show of the records of this lesson. Only flags of what happened in the lesson count, not what
 * a device brings along from home; a grave one shows as "the safeguarding team has it", so 3 and 4 look alike to the teacher.
 */
export async function tileCounts(
  db: Reader,
  lesson: FoundLesson,
  pupilIds: readonly Id[],
  now: EpochMs,
): Promise<Map<Id, TileCounts>> {
  const rows = await db.all<Row>(sql`
    select p.value as pupil_id,
      (select count(*) from flag where pupil_id = p.value and closed_at is null and at >= ${lesson.startedAt}) as open_flags,
      (select coalesce(min(3, max(severity)), 0) from flag
        where pupil_id = p.value and closed_at is null and at >= ${lesson.startedAt}) as flag_severity,
      (select count(*) from request
        where pupil_id = p.value and lesson_id = ${lesson.id} and decided_at is null) as waiting_requests,
      coalesce((select kind = 'lock' from command
        where pupil_id = p.value and lesson_id = ${lesson.id} and kind in ('lock', 'unlock') and expires_at > ${now}
        order by given_at desc, rowid desc limit 1), 0) as locked
    from json_each(${JSON.stringify(pupilIds)}) p`)
  return new Map(
    rows.map((row) => [
      row.pupil_id,
      {
        locked: row.locked === 1,
        openFlags: row.open_flags,
        flagSeverity: row.flag_severity,
        waitingRequests: row.waiting_requests,
      },
    ]),
  )
}
