import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import type { UnitVerb } from '../verb.ts'
import { lessonView } from './describe.ts'
import { endLesson } from './end.ts'
import { ownLesson } from './own-lesson.ts'

/** The teacher stops watching. Stopping twice is no error. */
export const stop: UnitVerb<'lessons.stop'> = {
  input: v.strictObject({ lessonId: Id }),
  async run(ctx, { lessonId }) {
    const found = await ownLesson(ctx, lessonId, 'lesson.watch')
    if (!found.ok) return found
    if (await endLesson(ctx, found.value)) {
      await ctx.audit({ action: 'lesson.stop', subjectKind: 'lesson', subjectId: lessonId })
    }
    return ok(await lessonView(ctx.db, { ...found.value, endedAt: found.value.endedAt ?? ctx.now }))
  },
}
