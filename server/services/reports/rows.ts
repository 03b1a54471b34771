import { type SQL, desc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import type { Id } from '#shared/base/fields.ts'
import { ReportAbout, type ReportReceipt } from '#shared/domain/report.ts'
import type { ReportRow } from '#shared/protocol/console-api.ts'
import { reports } from '../../db/schema/report.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Reader } from '../../db/transaction.ts'
import type { Relation } from '../allow.ts'
import type { Context } from '../context.ts'
import { pupilRefs } from '../pupils/ref.ts'

export type ReportRecord = typeof reports.$inferSelect

export const teamName = 'The safeguarding team'

/** The names of these staff; whoever is no staff of the school stands for the safeguarding team. */
export async function adultNames(db: Reader): Promise<Map<Id, string>> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.active, true))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Reports that `where` picks, newest first. */
export const findReports = (db: Reader, where: SQL | undefined): Promise<ReportRecord[]> =>
  db.select().from(reports).where(where).orderBy(desc(reports.receivedAt)).limit(200)

/** How the person who asks stands to a report. */
export const relationsTo = (ctx: Context, report: ReportRecord): Relation[] => [
  ...(ctx.actor.kind === 'staff' && report.adult === ctx.actor.staffId ? (['chosen-adult'] as const) : []),
  ...(report.adult === 'safeguarding-team' ? (['team-report'] as const) : []),
]

/** Reports as staff see them. */
export async function reportRows(ctx: Context, found: readonly ReportRecord[]): Promise<ReportRow[]> {
  const refs = await pupilRefs(
    ctx.db,
    found.map((report) => report.pupilId),
  )
  const names = await adultNames(ctx.db)
  const own = ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''
  return found.map((report) => ({
    id: report.id,
    pupil: refs.get(report.pupilId ?? '') ?? null,
    at: report.at,
    receivedAt: report.receivedAt,
    kind: report.kind,
    status: report.status,
    words: report.words,
    about: v.parse(v.nullable(ReportAbout), report.about),
    adult: { name: names.get(report.adult) ?? teamName, isMe: report.adult === own },
    seenBy: report.seenBy === null ? null : (names.get(report.seenBy) ?? null),
    seenAt: report.seenAt,
    reply: report.reply,
  }))
}

/** What the pupil is told of a report. */
export const receiptOf = (report: ReportRecord, names: ReadonlyMap<Id, string>): ReportReceipt => ({
  reportId: report.id,
  status: report.status,
  heldBy: names.get(report.adult) ?? teamName,
  reply: report.reply,
})
