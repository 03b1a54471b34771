import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { requests } from '../../db/schema/request.ts'
import { ownLesson } from '../lessons/own-lesson.ts'
import type { UnitVerb } from '../verb.ts'
import { requestRows } from './rows.ts'

/** What the pupils of a lesson asked for, for its teacher. */
export const list: UnitVerb<'requests.list'> = {
  input: v.strictObject({ lessonId: Id }),
  async run(ctx, { lessonId }) {
    const found = await ownLesson(ctx, lessonId, 'lesson.watch')
    if (!found.ok) return found
    await ctx.audit({ action: 'requests.list', subjectKind: 'lesson', subjectId: lessonId })
    return ok(await requestRows(ctx.db, eq(requests.lessonId, lessonId)))
  },
}
