import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { liveLesson } from './describe.ts'
import { endLesson } from './end.ts'
import { findLesson, openLessons } from './find.ts'

/** The lessons that are open, for a live side that has just started. */
export const resume: UnitVerb<'lessons.resume'> = {
  async run(ctx) {
    if (ctx.allow({ action: 'server.tick' }) === 'none')
      return refuse('not-allowed', 'Only the server does this.')
    const open = await openLessons(ctx.db, ctx.now)
    const live = []
    for (const lesson of open) live.push(await liveLesson(ctx.db, lesson, ctx.now))
    return ok(live)
  },
}

/** Ends a lesson whose time is up; one that still has time is left alone. */
export const expire: UnitVerb<'lessons.expire'> = {
  input: v.strictObject({ lessonId: Id }),
  async run(ctx, { lessonId }) {
    if (ctx.allow({ action: 'server.tick' }) === 'none')
      return refuse('not-allowed', 'Only the server does this.')
    const lesson = await findLesson(ctx.db, lessonId)
    if (lesson !== null && lesson.endsAt <= ctx.now && (await endLesson(ctx, lesson))) {
      await ctx.audit({ action: 'lesson.expire', subjectKind: 'lesson', subjectId: lessonId })
    }
    return ok(null)
  },
}
