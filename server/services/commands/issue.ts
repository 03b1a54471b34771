import { and, inArray, isNull } from 'drizzle-orm'
import type { EpochMs, Id } from '#shared/base/fields.ts'
import type { CommandBody } from '#shared/domain/command.ts'
import type { CommandRow } from '#shared/protocol/console-api.ts'
import { commands } from '../../db/schema/command.ts'
import { devices } from '../../db/schema/device.ts'
import type { Context } from '../context.ts'
import type { FoundLesson } from '../lessons/find.ts'

/** Things that only make sense at once are dropped when a device was away for this long. */
const momentaryMs = 2 * 60_000
const momentary = new Set<CommandBody['kind']>(['open', 'message'])

/** Writes one command for each device of these pupils and publishes it. Answers for each device. */
export async function issueCommand(
  ctx: Context,
  lesson: FoundLesson,
  pupilIds: readonly Id[],
  body: CommandBody,
): Promise<CommandRow[]> {
  if (ctx.actor.kind !== 'staff' || pupilIds.length === 0) return []
  const expiresAt: EpochMs = momentary.has(body.kind)
    ? Math.min(lesson.endsAt, ctx.now + momentaryMs)
    : lesson.endsAt
  const targets = await ctx.db
    .select({ deviceId: devices.id, pupilId: devices.pupilId })
    .from(devices)
    .where(and(inArray(devices.pupilId, [...pupilIds]), isNull(devices.revokedAt)))
  const from = ctx.actor.name
  const rows = targets.flatMap(({ deviceId, pupilId }) =>
    pupilId === null ? [] : [{ id: ctx.newId(), deviceId, pupilId }],
  )
  if (rows.length === 0) return []
  const given = {
    lessonId: lesson.id,
    kind: body.kind,
    body,
    givenBy: ctx.actor.staffId,
    givenAt: ctx.now,
    expiresAt,
  }
  await ctx.db.insert(commands).values(rows.map((row) => ({ ...row, ...given })))
  return rows.map(({ id, deviceId, pupilId }) => {
    ctx.publish({
      fact: 'command',
      deviceId,
      command: { id, lessonId: lesson.id, givenAt: ctx.now, expiresAt, from, body },
    })
    return { id, kind: body.kind, pupilId, givenAt: ctx.now, expiresAt, outcome: null }
  })
}
