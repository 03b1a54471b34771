import type { Id } from '#shared/base/fields.ts'
import type { Context } from '../context.ts'
import { tileCounts } from './counts.ts'
import type { FoundLesson } from './find.ts'

/** Tells the live side what the tiles of these pupils show now. */
export async function publishCounts(
  ctx: Context,
  lesson: FoundLesson,
  pupilIds: readonly Id[],
): Promise<void> {
  for (const [pupilId, counts] of await tileCounts(ctx.db, lesson, pupilIds, ctx.now)) {
    ctx.publish({ fact: 'counts', lessonId: lesson.id, pupilId, counts })
  }
}
