import { and, eq, isNull } from 'drizzle-orm'
import { lessons } from '../../db/schema/lesson.ts'
import { requests } from '../../db/schema/request.ts'
import type { Context } from '../context.ts'
import type { FoundLesson } from './find.ts'

/** Ends a lesson: watching stops, its locks and grants go with it, and requests nobody decided lapse. False when it had ended. */
export async function endLesson(ctx: Context, lesson: FoundLesson): Promise<boolean> {
  const ended = await ctx.db
    .update(lessons)
    .set({ endedAt: ctx.now })
    .where(and(eq(lessons.id, lesson.id), isNull(lessons.endedAt)))
    .returning({ id: lessons.id })
  if (ended.length === 0) return false
  await ctx.db
    .update(requests)
    .set({ status: 'expired', decidedAt: ctx.now })
    .where(and(eq(requests.lessonId, lesson.id), eq(requests.status, 'waiting')))
  ctx.publish({ fact: 'lesson-over', lessonId: lesson.id })
  ctx.publish({ fact: 'changed', noun: 'lesson', id: lesson.id, staffIds: [lesson.teacherId] })
  return true
}
