import { and, count, eq, or, sql } from 'drizzle-orm'
import type { EpochMs, Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { localMoment } from '#shared/policy/schedule.ts'
import type { ClassRow } from '#shared/protocol/console-api.ts'
import { classMembers } from '../../db/schema/class-member.ts'
import { classTeachers } from '../../db/schema/class-teacher.ts'
import { classes as classTable } from '../../db/schema/class.ts'
import { timetableSlots } from '../../db/schema/timetable-slot.ts'
import type { Reader } from '../../db/transaction.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { openLessons } from './find.ts'

/** A person teaches a class that the school has given them, or that the timetable does (a cover teacher). */
export const isTaughtBy = (staffId: Id) =>
  or(
    sql`${classTable.id} in (select ${classTeachers.classId} from ${classTeachers} where ${classTeachers.staffId} = ${staffId})`,
    sql`${classTable.id} in (select ${timetableSlots.classId} from ${timetableSlots} where ${timetableSlots.staffId} = ${staffId})`,
  )

/** The slots that are on at this moment, with when each ends. */
export async function slotsNow(db: Reader, now: EpochMs, timeZone: string) {
  const { weekday, minute } = localMoment(now, timeZone)
  const rows = await db.select().from(timetableSlots).where(eq(timetableSlots.weekday, weekday))
  const startOfMinute = now - (now % 60_000)
  return rows
    .filter((slot) => slot.startsMinute <= minute && minute < slot.endsMinute)
    .map((slot) => ({ ...slot, endsAt: startOfMinute + (slot.endsMinute - minute) * 60_000 }))
}

/** The classes of the teacher who asks; the one that is on now comes first. */
export const classes: UnitVerb<'lessons.classes'> = {
  async run(ctx) {
    const { db, actor, now } = ctx
    if (ctx.allow({ action: 'class.list' }) === 'none' || actor.kind !== 'staff') {
      return refuse('not-allowed', 'Only teachers have classes.')
    }
    const rows = await db
      .select({
        id: classTable.id,
        name: classTable.name,
        subject: classTable.subject,
        pupils: count(classMembers.pupilId),
      })
      .from(classTable)
      .leftJoin(classMembers, eq(classMembers.classId, classTable.id))
      .where(and(isTaughtBy(actor.staffId)))
      .groupBy(classTable.id)
      .orderBy(classTable.name)
    const open = await openLessons(db, now)
    const slots = await slotsNow(db, now, ctx.school.settings.timeZone)
    const list = rows.map((row): ClassRow => {
      const slot = slots.find((each) => each.classId === row.id)
      const lesson = open.find((each) => each.classId === row.id)
      return {
        ...row,
        now: slot === undefined ? null : { room: slot.room ?? '', endsAt: slot.endsAt },
        lesson:
          lesson === undefined
            ? null
            : {
                id: lesson.id,
                teacher: lesson.teacher,
                endsAt: lesson.endsAt,
                mine: lesson.teacherId === actor.staffId,
              },
      }
    })
    return ok(list.toSorted((a, b) => Number(b.now !== null) - Number(a.now !== null)))
  },
}
