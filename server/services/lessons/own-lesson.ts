import type { EpochMs, Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import type { Context } from '../context.ts'
import { refuse } from '../service-error.ts'
import type { Outcome } from '../verb.ts'
import { type FoundLesson, findLesson, isOpen } from './find.ts'

/** A teacher may still look at a lesson for this long after it ended, to note what they meant to. */
const afterwardsMs = 10 * 60_000

const isRecent = (lesson: FoundLesson, now: EpochMs): boolean =>
  now < Math.min(lesson.endedAt ?? lesson.endsAt, lesson.endsAt) + afterwardsMs

/**
 * The lesson, when the person who asks runs it and it is open (for `lesson.watch` also shortly after).
 * Someone else's lesson and one that does not exist look the same.
 */
export async function ownLesson(
  ctx: Context,
  lessonId: Id,
  action: 'lesson.watch' | 'lesson.run',
): Promise<Outcome<FoundLesson>> {
  const lesson = await findLesson(ctx.db, lessonId)
  const mine = lesson !== null && ctx.actor.kind === 'staff' && lesson.teacherId === ctx.actor.staffId
  const timely = lesson !== null && isRecent(lesson, ctx.now)
  const verdict = ctx.allow({ action, relations: mine && timely ? ['own-lesson'] : [] })
  if (lesson === null || verdict === 'none') return refuse('not-allowed', 'This is not a lesson of yours.')
  if (action === 'lesson.run' && !isOpen(lesson, ctx.now)) return refuse('conflict', 'This lesson is over.')
  return ok(lesson)
}
