import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { classMembers } from '#server/db/schema/class-member.ts'
import { commands } from '#server/db/schema/command.ts'
import { events } from '#server/db/schema/event.ts'
import { flags } from '#server/db/schema/flag.ts'
import { lessons } from '#server/db/schema/lesson.ts'
import { reports } from '#server/db/schema/report.ts'
import { requests } from '#server/db/schema/request.ts'
import type { Reader } from '#server/db/transaction.ts'
import { temporarySchool } from './temporary-school.ts'

const queries: readonly (readonly [
  string,
  string,
  (db: Reader) => { toSQL(): { sql: string; params: unknown[] } },
])[] = [
  [
    'the flag queue by severity and age',
    'flag_open',
    (db) =>
      db
        .select()
        .from(flags)
        .where(isNull(flags.closedAt))
        .orderBy(desc(flags.severity), flags.receivedAt, flags.id),
  ],
  [
    "a page of a pupil's flags",
    'flag_history',
    (db) =>
      db
        .select()
        .from(flags)
        .where(and(eq(flags.pupilId, 'p1'), lt(flags.at, 9)))
        .orderBy(desc(flags.at), desc(flags.id))
        .limit(50),
  ],
  [
    "a page of a pupil's events",
    'event_history',
    (db) =>
      db
        .select()
        .from(events)
        .where(and(eq(events.pupilId, 'p1'), lt(events.at, 9)))
        .orderBy(desc(events.at))
        .limit(50),
  ],
  [
    'open reports by age',
    'report_open',
    (db) => db.select().from(reports).where(isNull(reports.closedAt)).orderBy(reports.receivedAt, reports.id),
  ],
  [
    'waiting requests by age',
    'request_open',
    (db) =>
      db.select().from(requests).where(isNull(requests.decidedAt)).orderBy(requests.receivedAt, requests.id),
  ],
  [
    "a class's open lesson",
    'lesson_open_per_class',
    (db) =>
      db
        .select()
        .from(lessons)
        .where(and(eq(lessons.classId, 'c1'), isNull(lessons.endedAt))),
  ],
  [
    'the pupils of a class',
    'class_member',
    (db) => db.select().from(classMembers).where(eq(classMembers.classId, 'c1')),
  ],
  [
    "a device's pending commands",
    'command_pending',
    (db) =>
      db
        .select()
        .from(commands)
        .where(and(eq(commands.deviceId, 'd1'), isNull(commands.doneAt)))
        .orderBy(commands.givenAt),
  ],
]

describe('what the console and the devices ask often', () => {
  it.each(queries)('%s is answered by index %s without sorting', async (_, index, query) => {
    const school = await temporarySchool()
    const plan = await school.write((db, execute) => {
      const { sql, params } = query(db).toSQL()
      return execute({ sql: `explain query plan ${sql}`, args: params.map(String) })
    })
    const details = plan.rows.map((step) => String(step['detail'])).join('; ')
    expect(details).toContain(index)
    expect(details).not.toContain('TEMP B-TREE')
  })
})
