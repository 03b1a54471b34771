import { desc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { commands } from '../../db/schema/command.ts'
import { ownLesson } from '../lessons/own-lesson.ts'
import type { UnitVerb } from '../verb.ts'

const most = 500

/** The commands of a lesson, newest first, with what became of each. */
export const list: UnitVerb<'commands.list'> = {
  input: v.strictObject({ lessonId: Id }),
  async run(ctx, { lessonId }) {
    const found = await ownLesson(ctx, lessonId, 'lesson.watch')
    if (!found.ok) return found
    const rows = await ctx.db
      .select()
      .from(commands)
      .where(eq(commands.lessonId, lessonId))
      .orderBy(desc(commands.givenAt))
      .limit(most)
    await ctx.audit({ action: 'commands.list', subjectKind: 'lesson', subjectId: lessonId })
    return ok(
      rows.map(({ id, kind, pupilId, givenAt, expiresAt, outcome }) => ({
        id,
        kind,
        pupilId: pupilId ?? '',
        givenAt,
        expiresAt,
        outcome,
      })),
    )
  },
}
