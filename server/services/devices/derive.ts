import { and, eq, isNull } from 'drizzle-orm'
import type { CommandOutcome } from '#shared/domain/command.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { RaisedFlag } from '#shared/domain/flag.ts'
import type { FiledReport } from '#shared/domain/report.ts'
import type { MadeRequest } from '#shared/domain/request.ts'
import { commands } from '../../db/schema/command.ts'
import { flags } from '../../db/schema/flag.ts'
import { reports } from '../../db/schema/report.ts'
import { requests } from '../../db/schema/request.ts'
import type { Context } from '../context.ts'
import { publishFlag } from '../flags/changed.ts'
import { reportRecipients } from '../flags/recipients.ts'
import type { FoundLesson } from '../lessons/find.ts'
import { adultNames, receiptOf } from '../reports/rows.ts'
import type { DeviceRecord } from './speaking.ts'

/** Where an event comes from, and what the school's clock says to the device's times. */
export interface Source {
  readonly device: DeviceRecord
  readonly lesson: FoundLesson | null
  readonly at: (deviceAt: number) => number
}

async function raiseFlag(ctx: Context, { device, at }: Source, flag: RaisedFlag): Promise<void> {
  const [made] = await ctx.db
    .insert(flags)
    .values({
      ...flag,
      at: at(flag.at),
      deviceId: device.id,
      pupilId: device.pupilId,
      receivedAt: ctx.now,
      trace: flag.decision.trace,
    })
    .onConflictDoNothing()
    .returning({ id: flags.id })
  if (made !== undefined) await publishFlag(ctx, made.id, device.pupilId)
}

async function fileReport(ctx: Context, { device, at }: Source, report: FiledReport): Promise<void> {
  const names = await adultNames(ctx.db)
  // Whoever is no member of staff (any more) cannot read it: then it is the safeguarding team's.
  const adult = names.has(report.adult) ? report.adult : 'safeguarding-team'
  const [made] = await ctx.db
    .insert(reports)
    .values({
      ...report,
      adult,
      at: at(report.at),
      deviceId: device.id,
      pupilId: device.pupilId,
      receivedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning()
  if (made === undefined) return
  const staffIds = [...(await reportRecipients(ctx.db, adult, ctx.now))]
  ctx.publish({ fact: 'changed', noun: 'report', id: made.id, staffIds })
  ctx.publish({ fact: 'receipt', deviceId: device.id, receipt: receiptOf(made, names) })
}

async function makeRequest(
  ctx: Context,
  { device, lesson, at }: Source,
  request: MadeRequest,
): Promise<void> {
  const [made] = await ctx.db
    .insert(requests)
    .values({
      ...request,
      at: at(request.at),
      deviceId: device.id,
      pupilId: device.pupilId,
      lessonId: lesson?.id ?? null,
      receivedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: requests.id })
  if (made === undefined || lesson === null) return
  ctx.publish({ fact: 'changed', noun: 'request', id: made.id, staffIds: [lesson.teacherId] })
}

async function noteOutcome(
  ctx: Context,
  { device, lesson }: Source,
  commandId: string,
  outcome: CommandOutcome,
) {
  const [done] = await ctx.db
    .update(commands)
    .set({ doneAt: ctx.now, outcome })
    .where(and(eq(commands.id, commandId), eq(commands.deviceId, device.id), isNull(commands.doneAt)))
    .returning({ id: commands.id })
  if (done === undefined || lesson === null) return
  ctx.publish({ fact: 'changed', noun: 'command', id: done.id, staffIds: [lesson.teacherId] })
}

/** Writes what follows from an event besides the event itself. An event that came before changes nothing. */
export async function derive(ctx: Context, source: Source, body: DeviceEventBody): Promise<void> {
  switch (body.kind) {
    case 'flag.raised':
      return raiseFlag(ctx, source, body.flag)
    case 'report.filed':
      return fileReport(ctx, source, body.report)
    case 'request.made':
      return makeRequest(ctx, source, body.request)
    case 'command.obeyed':
      return noteOutcome(ctx, source, body.commandId, body.outcome)
    case 'page.blocked':
    case 'device.noticed':
      return
  }
}
