import { type SQL, sql } from 'drizzle-orm'
import type { Id } from '#shared/base/fields.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { FlagCause, FlagStatus } from '#shared/domain/flag.ts'
import type { Severity } from '#shared/domain/severity.ts'
import type { Relation } from '../allow.ts'
import type { Context } from '../context.ts'
import { dayStartedAt } from '../school/day.ts'

/** A flag with how the person who asks stands to it. */
export interface FoundFlag {
  readonly id: Id
  readonly pupilId: Id | null
  readonly at: number
  readonly receivedAt: number
  readonly category: CategoryId
  readonly severity: Severity
  readonly cause: FlagCause
  readonly status: FlagStatus
  readonly url: string
  readonly title: string | null
  readonly words: string | null
  readonly decision: string
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: number | null
  readonly closedBy: string | null
  readonly closedAt: number | null
  readonly outcome: string | null
  readonly intent: string | null
  readonly basis: string | null
  readonly relations: readonly Relation[]
}

interface Related {
  readonly taught: number
  readonly tutored: number
  readonly headed: number
}

/** A flag belongs to a lesson from this long before it began until this long after it ended, by when it happened. */
const aroundLessonMs = 10 * 60_000

const grantScope = (staffId: Id, role: 'form-tutor' | 'head-of-year', now: number, scope: SQL): SQL =>
  sql`exists (select 1 from "grant" g where g.staff_id = ${staffId} and g.role = ${role} and g.scope_id = ${scope}
    and g.starts_at <= ${now} and (g.ends_at is null or g.ends_at > ${now}))`

/** Flags that `where` picks (columns of `f`), gravest first, then oldest, with this person's relations to each. */
export async function findFlags(ctx: Context, where: SQL, most: number): Promise<FoundFlag[]> {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''
  const today = dayStartedAt(ctx.now, ctx.school.settings.timeZone)
  const rows = await ctx.db.all<FoundFlag & Related>(sql`
    select * from (
      select f.id, f.pupil_id as pupilId, f.at, f.received_at as receivedAt, f.category, f.severity, f.cause, f.status, f.url,
        f.title, f.words, f.decision, a.name as acknowledgedBy, f.acknowledged_at as acknowledgedAt, c.name as closedBy,
        f.closed_at as closedAt, f.outcome, f.intent, f.basis,
        exists (select 1 from lesson l join class_member m on m.class_id = l.class_id
          where l.staff_id = ${staffId} and m.pupil_id = f.pupil_id and l.started_at >= ${today}
            and f.at between l.started_at - ${aroundLessonMs}
              and coalesce(l.ended_at, l.ends_at) + ${aroundLessonMs}) as taught,
        ${grantScope(staffId, 'form-tutor', ctx.now, sql`p.form_id`)} as tutored,
        ${grantScope(staffId, 'head-of-year', ctx.now, sql`cast(p.year as text)`)} as headed
      from flag f
      left join pupil p on p.id = f.pupil_id
      left join staff a on a.id = f.acknowledged_by
      left join staff c on c.id = f.closed_by
    ) f
    where ${where}
    order by f.severity desc, f.receivedAt, f.id
    limit ${most}`)
  return rows.map(({ taught, tutored, headed, ...flag }) => ({
    ...flag,
    relations: [
      ...(taught === 1 ? (['taught-then'] as const) : []),
      ...(tutored === 1 ? (['tutor-of'] as const) : []),
      ...(headed === 1 ? (['head-of-year-of'] as const) : []),
    ],
  }))
}

/** One flag, or null when there is none. */
export const findFlag = async (ctx: Context, flagId: Id): Promise<FoundFlag | null> =>
  (await findFlags(ctx, sql`f.id = ${flagId}`, 1))[0] ?? null
