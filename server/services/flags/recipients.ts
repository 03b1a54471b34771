import { sql } from 'drizzle-orm'
import type { EpochMs, Id } from '#shared/base/fields.ts'
import type { Reader } from '../../db/transaction.ts'

/** The staff who may know of a flag of this pupil because of a role: the safeguarding team, the form tutor, the head of year. */
export async function flagRecipients(db: Reader, pupilId: Id | null, now: EpochMs): Promise<Set<Id>> {
  const rows = await db.all<{ staff_id: Id }>(sql`
    select distinct g.staff_id from "grant" g left join pupil p on p.id = ${pupilId}
    where g.starts_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})
      and (g.role in ('dsl', 'e-safety-lead')
        or (g.role = 'form-tutor' and g.scope_id = p.form_id)
        or (g.role = 'head-of-year' and g.scope_id = cast(p.year as text)))`)
  return new Set(rows.map((row) => row.staff_id))
}

/** The staff who may know of a report: whom the pupil chose, and the safeguarding team. */
export async function reportRecipients(db: Reader, adult: Id, now: EpochMs): Promise<Set<Id>> {
  const rows = await db.all<{ staff_id: Id; role: string }>(sql`
    select distinct g.staff_id, g.role from "grant" g
    where g.starts_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})
      and (g.role = 'dsl' or g.staff_id = ${adult} or (g.role = 'e-safety-lead' and ${adult} = 'safeguarding-team'))`)
  return new Set(rows.map((row) => row.staff_id))
}
