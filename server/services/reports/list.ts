import { eq, inArray } from 'drizzle-orm'
import { ok } from '#shared/base/result.ts'
import { reports } from '../../db/schema/report.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { findReports, relationsTo, reportRows } from './rows.ts'

/** The reports that are this person's to read. */
export const list: UnitVerb<'reports.list'> = {
  async run(ctx) {
    if (ctx.allow({ action: 'report.list' }) === 'none' || ctx.actor.kind !== 'staff') {
      return refuse('not-allowed', 'Your account has no role at this school yet.')
    }
    const { staffId } = ctx.actor
    const all = ctx.allow({ action: 'report.read' }) === 'full'
    const team = ctx.allow({ action: 'report.read', relations: ['team-report'] }) === 'full'
    const adults = team ? [staffId, 'safeguarding-team'] : [staffId]
    const where = all
      ? undefined
      : adults.length > 1
        ? inArray(reports.adult, adults)
        : eq(reports.adult, staffId)
    const found = (await findReports(ctx.db, where)).filter(
      (report) => ctx.allow({ action: 'report.read', relations: relationsTo(ctx, report) }) !== 'none',
    )
    if (found.length > 0) {
      const detail = { reports: found.map((report) => report.id) }
      await ctx.audit({ action: 'reports.list', subjectKind: 'reports', detail })
    }
    return ok(await reportRows(ctx, found))
  },
}
