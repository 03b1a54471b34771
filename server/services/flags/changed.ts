import type { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import type { FlagDetail } from '#shared/protocol/console-api.ts'
import type { Access } from '../allow.ts'
import type { Context } from '../context.ts'
import { lessonOfPupil } from '../lessons/find.ts'
import { publishCounts } from '../lessons/publish-counts.ts'
import type { Outcome } from '../verb.ts'
import { flagDetail } from './describe.ts'
import { flagRecipients } from './recipients.ts'
import { findFlag, type FoundFlag } from './rows.ts'

/** Ends a verb that changed a flag: tells those who may know, and answers with the flag as it is now. */
export async function changedFlag(
  ctx: Context,
  before: FoundFlag,
  access: Access,
  action: string,
): Promise<Outcome<FlagDetail>> {
  await ctx.audit({ action, subjectKind: 'flag', subjectId: before.id, pupilId: before.pupilId })
  await publishFlag(ctx, before.id, before.pupilId)
  const flag = await findFlag(ctx, before.id)
  if (flag === null) throw new Error('the flag just changed is not there')
  return ok(await flagDetail(ctx, flag, access))
}

/** Tells the consoles of those who may know that a flag is new or has changed, and the tile of its pupil. */
export async function publishFlag(ctx: Context, flagId: Id, pupilId: Id | null): Promise<void> {
  const lesson = pupilId === null ? null : await lessonOfPupil(ctx.db, pupilId, ctx.now)
  const staffIds = await flagRecipients(ctx.db, pupilId, ctx.now)
  if (lesson !== null && pupilId !== null) {
    staffIds.add(lesson.teacherId)
    await publishCounts(ctx, lesson, [pupilId])
  }
  ctx.publish({ fact: 'changed', noun: 'flag', id: flagId, staffIds: [...staffIds] })
}
