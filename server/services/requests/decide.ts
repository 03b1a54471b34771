import { and, eq } from 'drizzle-orm'
import { ok } from '#shared/base/result.ts'
import { DecideRequestInput } from '#shared/protocol/console-api.ts'
import { requests } from '../../db/schema/request.ts'
import { issueCommand } from '../commands/issue.ts'
import { ownLesson } from '../lessons/own-lesson.ts'
import { publishCounts } from '../lessons/publish-counts.ts'
import { currentPolicy } from '../policies/current.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { mayGrant, requestRows } from './rows.ts'

/** The teacher of the lesson opens the site for this pupil for this lesson, or says no. Whoever comes second is told. */
export const decide: UnitVerb<'requests.decide'> = {
  input: DecideRequestInput,
  async run(ctx, { requestId, grant, reply }) {
    const [request] = await ctx.db.select().from(requests).where(eq(requests.id, requestId))
    const found = await ownLesson(ctx, request?.lessonId ?? '', 'lesson.run')
    if (!found.ok) return found
    if (request === undefined || request.pupilId === null || ctx.actor.kind !== 'staff') {
      return refuse('not-found', 'There is no such request.')
    }
    const { policy } = await currentPolicy(ctx.db)
    if (grant && !mayGrant(request.category, policy)) {
      return refuse('not-allowed', 'The school never opens this kind of site in a lesson.')
    }
    const decided = await ctx.db
      .update(requests)
      .set({ status: grant ? 'granted' : 'refused', decidedBy: ctx.actor.staffId, decidedAt: ctx.now, reply })
      .where(and(eq(requests.id, requestId), eq(requests.status, 'waiting')))
      .returning({ id: requests.id })
    const [row] = await requestRows(ctx.db, eq(requests.id, requestId))
    if (row === undefined) throw new Error('the request just decided is not there')
    if (decided.length === 0)
      return refuse('conflict', `${row.decidedBy ?? 'The end of the lesson'} has decided this already.`)
    const site = request.host
    const body = grant
      ? ({ kind: 'grant', site, requestId } as const)
      : ({ kind: 'refuse', site, requestId, reply } as const)
    await issueCommand(ctx, found.value, [request.pupilId], body)
    await ctx.audit({
      action: grant ? 'request.grant' : 'request.refuse',
      subjectKind: 'request',
      subjectId: requestId,
      pupilId: request.pupilId,
    })
    await publishCounts(ctx, found.value, [request.pupilId])
    ctx.publish({ fact: 'changed', noun: 'request', id: requestId, staffIds: [found.value.teacherId] })
    return ok(row)
  },
}
