import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import type { UnitVerb } from '../verb.ts'
import { lessonView, liveLesson } from './describe.ts'
import { ownLesson } from './own-lesson.ts'

/** A lesson and its pupils, for the teacher who runs it. */
export const view: UnitVerb<'lessons.view'> = {
  input: v.strictObject({ lessonId: Id }),
  async run(ctx, { lessonId }) {
    const found = await ownLesson(ctx, lessonId, 'lesson.watch')
    if (!found.ok) return found
    await ctx.audit({ action: 'lesson.view', subjectKind: 'lesson', subjectId: lessonId })
    return ok(await lessonView(ctx.db, found.value))
  },
}

/** The teacher's console begins to watch; every look is written down. */
export const watch: UnitVerb<'lessons.watch'> = {
  input: v.strictObject({ lessonId: Id }),
  async run(ctx, { lessonId }) {
    const found = await ownLesson(ctx, lessonId, 'lesson.run')
    if (!found.ok) return found
    await ctx.audit({ action: 'lesson.watch', subjectKind: 'lesson', subjectId: lessonId })
    return ok(await liveLesson(ctx.db, found.value, ctx.now))
  },
}
