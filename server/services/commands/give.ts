import { ok } from '#shared/base/result.ts'
import { GiveCommandInput } from '#shared/protocol/console-api.ts'
import { ownLesson } from '../lessons/own-lesson.ts'
import { publishCounts } from '../lessons/publish-counts.ts'
import { pupilsOfClass } from '../pupils/ref.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { issueCommand } from './issue.ts'

/** A teacher tells the devices of pupils in their open lesson to do something. */
export const give: UnitVerb<'commands.give'> = {
  input: GiveCommandInput,
  async run(ctx, { lessonId, pupilIds, body }) {
    const found = await ownLesson(ctx, lessonId, 'lesson.run')
    if (!found.ok) return found
    if (body.kind === 'refuse' || (body.kind === 'grant' && body.requestId !== null)) {
      return refuse('invalid', 'Requests are granted and refused one by one, where they are listed.')
    }
    const members = new Set((await pupilsOfClass(ctx.db, found.value.classId)).map((pupil) => pupil.id))
    if (pupilIds.some((id) => !members.has(id))) {
      return refuse('not-allowed', 'Some of these pupils are not in this lesson.')
    }
    const targets = pupilIds.length > 0 ? pupilIds : [...members]
    const rows = await issueCommand(ctx, found.value, targets, body)
    if (rows.length === 0) return refuse('conflict', 'None of these pupils has a device yet.')
    await ctx.audit({
      action: `command.${body.kind}`,
      subjectKind: 'lesson',
      subjectId: lessonId,
      detail: { pupilIds: pupilIds.length > 0 ? pupilIds : 'everybody' },
    })
    await publishCounts(ctx, found.value, targets)
    ctx.publish({ fact: 'changed', noun: 'command', id: lessonId, staffIds: [found.value.teacherId] })
    return ok(rows)
  },
}
