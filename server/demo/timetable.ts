import { and, eq, like } from 'drizzle-orm'
import { localMoment } from '#shared/policy/schedule.ts'
import { timetableSlots } from '../db/schema/timetable-slot.ts'
import type { Db } from '../db/transaction.ts'
import { classes } from './people.ts'

/** Six periods of an hour, with a break and lunch between: minutes since midnight. */
const periods = [525, 585, 665, 725, 840, 900] as const
const periodMinutes = 60
/** Which period each class has on each weekday, Monday first. */
const week: readonly (readonly number[])[] = [
  [0, 2, 4, 1, 3],
  [1, 3, 0, 5, 2],
]
const timeZone = 'Europe/London'

/** This week's lessons. */
export const weekly = classes.flatMap((each, row) =>
  (week[row] ?? []).map((period, day) => {
    const startsMinute = periods[period] ?? 0
    return {
      id: `${each.id}-${day + 1}`,
      classId: each.id,
      staffId: each.teacherId,
      weekday: day + 1,
      startsMinute,
      endsMinute: startsMinute + periodMinutes,
      room: each.room,
    }
  }),
)

/** Makes sure that both classes are on now, whatever day and hour somebody tries the demo. */
export async function putClassesOnNow(db: Db, now: number): Promise<void> {
  const { weekday, minute } = localMoment(now, timeZone)
  await db.delete(timetableSlots).where(like(timetableSlots.id, '%-now'))
  for (const { id, teacherId, room } of classes) {
    const today = await db
      .select()
      .from(timetableSlots)
      .where(and(eq(timetableSlots.classId, id), eq(timetableSlots.weekday, weekday)))
    if (today.some((slot) => slot.startsMinute <= minute && minute < slot.endsMinute - 20)) continue
    const endsMinute = Math.min(1440, minute + periodMinutes)
    const slot = {
      id: `${id}-now`,
      classId: id,
      staffId: teacherId,
      weekday,
      startsMinute: minute,
      endsMinute,
      room,
    }
    await db.insert(timetableSlots).values(slot)
  }
}
