import { eq } from 'drizzle-orm'
import { ok } from '#shared/base/result.ts'
import { traitsOf } from '#shared/domain/category.ts'
import { SetSceneInput } from '#shared/protocol/console-api.ts'
import { lessons } from '../../db/schema/lesson.ts'
import { currentPolicy } from '../policies/current.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { lessonView, liveLesson } from './describe.ts'
import { ownLesson } from './own-lesson.ts'

/** What a lesson allows beyond, or instead of, the policy. What the policy never opens stays shut whatever is asked. */
export const setScene: UnitVerb<'lessons.set-scene'> = {
  input: SetSceneInput,
  async run(ctx, { lessonId, scene }) {
    const found = await ownLesson(ctx, lessonId, 'lesson.run')
    if (!found.ok) return found
    const { policy } = await currentPolicy(ctx.db)
    const shut = scene.openCategories.find(
      (category) => traitsOf(category).locked === true || policy.neverOpened.includes(category),
    )
    if (shut !== undefined) {
      return refuse(
        'not-allowed',
        `${traitsOf(shut).label} is never opened in a lesson: the school's policy says so.`,
      )
    }
    await ctx.db.update(lessons).set({ scene }).where(eq(lessons.id, lessonId))
    await ctx.audit({ action: 'lesson.set-scene', subjectKind: 'lesson', subjectId: lessonId, detail: scene })
    const lesson = { ...found.value, scene }
    ctx.publish({ fact: 'lesson-open', lesson: await liveLesson(ctx.db, lesson, ctx.now) })
    ctx.publish({ fact: 'changed', noun: 'lesson', id: lessonId, staffIds: [lesson.teacherId] })
    return ok(await lessonView(ctx.db, lesson))
  },
}
