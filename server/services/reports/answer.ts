import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import type { ReportRow } from '#shared/protocol/console-api.ts'
import { ReplyToReportInput } from '#shared/protocol/console-api.ts'
import { reports } from '../../db/schema/report.ts'
import type { Context } from '../context.ts'
import { reportRecipients } from '../flags/recipients.ts'
import { refuse } from '../service-error.ts'
import type { Outcome, UnitVerb } from '../verb.ts'
import { adultNames, findReports, receiptOf, relationsTo, type ReportRecord, reportRows } from './rows.ts'

async function reach(ctx: Context, reportId: Id): Promise<Outcome<ReportRecord>> {
  const [report] = await findReports(ctx.db, eq(reports.id, reportId))
  const relations = report === undefined ? [] : relationsTo(ctx, report)
  const verdict = ctx.allow({ action: 'report.answer', relations })
  if (report === undefined || verdict === 'none') {
    return refuse('not-found', 'There is no such report for you to see.')
  }
  return ok(report)
}

async function write(
  ctx: Context,
  report: ReportRecord,
  change: Partial<ReportRecord>,
  action: string,
): Promise<Outcome<ReportRow>> {
  const now = { ...report, ...change }
  await ctx.db.update(reports).set(change).where(eq(reports.id, report.id))
  await ctx.audit({ action, subjectKind: 'report', subjectId: report.id, pupilId: report.pupilId })
  const receipt = receiptOf(now, await adultNames(ctx.db))
  ctx.publish({ fact: 'receipt', deviceId: report.deviceId, receipt })
  const staffIds = [...(await reportRecipients(ctx.db, report.adult, ctx.now))]
  ctx.publish({ fact: 'changed', noun: 'report', id: report.id, staffIds })
  const [row] = await reportRows(ctx, [now])
  if (row === undefined) throw new Error('a report has no row')
  return ok(row)
}

/** An adult has read a report: the pupil is told. The first one counts. */
export const see: UnitVerb<'reports.see'> = {
  input: v.strictObject({ reportId: Id }),
  async run(ctx, { reportId }) {
    const reached = await reach(ctx, reportId)
    if (!reached.ok || ctx.actor.kind !== 'staff')
      return reached.ok ? refuse('not-allowed', 'Staff only.') : reached
    const report = reached.value
    const change =
      report.status === 'filed' ? { status: 'seen' as const, seenBy: ctx.actor.staffId, seenAt: ctx.now } : {}
    if (report.status === 'filed') return write(ctx, report, change, 'report.see')
    await ctx.audit({
      action: 'report.view',
      subjectKind: 'report',
      subjectId: reportId,
      pupilId: report.pupilId,
    })
    const [row] = await reportRows(ctx, [report])
    return row === undefined ? refuse('not-found', 'There is no such report for you to see.') : ok(row)
  },
}

/** An adult answers the pupil, closes the report, or both. */
export const reply: UnitVerb<'reports.reply'> = {
  input: ReplyToReportInput,
  async run(ctx, { reportId, reply: words, close }) {
    const reached = await reach(ctx, reportId)
    if (!reached.ok || ctx.actor.kind !== 'staff')
      return reached.ok ? refuse('not-allowed', 'Staff only.') : reached
    const report = reached.value
    if (report.status === 'closed') return refuse('conflict', 'This report has been closed already.')
    const { staffId } = ctx.actor
    return write(
      ctx,
      report,
      {
        status: close ? 'closed' : 'seen',
        seenBy: report.seenBy ?? staffId,
        seenAt: report.seenAt ?? ctx.now,
        reply: words ?? report.reply,
        ...(close ? { closedBy: staffId, closedAt: ctx.now } : {}),
      },
      close ? 'report.close' : 'report.reply',
    )
  },
}
