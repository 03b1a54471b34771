import { and, asc, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { Id, Text } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { type Command, CommandBody } from '#shared/domain/command.ts'
import { commands } from '../../db/schema/command.ts'
import { deviceCursors } from '../../db/schema/device-cursor.ts'
import { devices } from '../../db/schema/device.ts'
import { reports } from '../../db/schema/report.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Context } from '../context.ts'
import { onDevice } from '../lessons/describe.ts'
import { type FoundLesson, lessonOfPupil } from '../lessons/find.ts'
import { currentLists } from '../lists/current.ts'
import { currentModel } from '../models/current.ts'
import { compiledFor, currentPolicy } from '../policies/current.ts'
import { deviceUser } from '../pupils/device-user.ts'
import { adultNames, receiptOf } from '../reports/rows.ts'
import type { UnitVerb } from '../verb.ts'
import { noteSkew } from './note-skew.ts'
import { type DeviceRecord, speakingDevice } from './speaking.ts'

const receiptsForMs = 30 * 86_400_000
/** These hold for a pupil on whichever device they take up next; the others were meant for one device. */
const lasting = ['lock', 'unlock', 'grant', 'refuse'] as const

async function commandsInForce(ctx: Context, device: DeviceRecord, lesson: FoundLesson): Promise<Command[]> {
  const rows = await ctx.db
    .select({ command: commands, from: staff.name })
    .from(commands)
    .innerJoin(staff, eq(staff.id, commands.givenBy))
    .where(
      and(
        eq(commands.lessonId, lesson.id),
        gt(commands.expiresAt, ctx.now),
        or(
          eq(commands.deviceId, device.id),
          and(eq(commands.pupilId, device.pupilId ?? ''), inArray(commands.kind, [...lasting])),
        ),
      ),
    )
    .orderBy(desc(commands.givenAt), desc(sql`command.rowid`))
    .limit(200)
  return rows.toReversed().map(({ command: { id, lessonId, givenAt, expiresAt, body }, from }) => ({
    id,
    lessonId,
    givenAt,
    expiresAt,
    from,
    body: v.parse(CommandBody, body),
  }))
}

/** What a device that has proved itself is told at once. */
export const greet: UnitVerb<'devices.greet'> = {
  input: v.strictObject({ epoch: Id, agentVersion: Text(40), skewMs: v.number() }),
  async run(ctx, { epoch, agentVersion, skewMs }) {
    const speaking = await speakingDevice(ctx)
    if (!speaking.ok) return speaking
    const device = speaking.value
    const { db, now } = ctx
    await db.update(devices).set({ agentVersion, lastSeenAt: now }).where(eq(devices.id, device.id))
    await noteSkew(ctx, device, skewMs)
    const [cursor] = await db
      .select()
      .from(deviceCursors)
      .where(and(eq(deviceCursors.deviceId, device.id), eq(deviceCursors.epoch, epoch)))
    const user = await deviceUser(db, device.pupilId, now)
    const lesson = device.pupilId === null ? null : await lessonOfPupil(db, device.pupilId, now)
    const { lists, listsKey } = await currentLists(db)
    const own = await currentModel(db)
    const names = await adultNames(db)
    const filed = await db
      .select()
      .from(reports)
      .where(and(eq(reports.deviceId, device.id), gt(reports.receivedAt, now - receiptsForMs)))
      .orderBy(asc(reports.receivedAt))
      .limit(100)
    return ok({
      user,
      keptThrough: cursor?.seq ?? 0,
      policy: compiledFor(await currentPolicy(db), user.band).download,
      lists,
      // Lists and models are signed with one key.
      listsKey: listsKey ?? own?.signedBy ?? null,
      model: own?.model ?? null,
      lesson: lesson === null ? null : onDevice(lesson),
      commands: lesson === null ? [] : await commandsInForce(ctx, device, lesson),
      // A shared device does not tell the next pupil what the last one reported.
      receipts: filed
        .filter((report) => report.pupilId === device.pupilId)
        .map((report) => receiptOf(report, names)),
    })
  },
}
