import { eq, sql } from 'drizzle-orm'
import type { EpochMs, Id } from '#shared/base/fields.ts'
import { type Band, bandOfYear } from '#shared/domain/audience.ts'
import type { DeviceUser, TrustedAdult } from '#shared/domain/pupil.ts'
import { type Role, roleLabels } from '#shared/domain/role.ts'
import { pupils } from '../../db/schema/pupil.ts'
import type { Reader } from '../../db/transaction.ts'

/** A device that nobody has is treated as a guest's. */
const bandOfNobody: Band = 'visitor'
const mostAdults = 60

/**
 * The adults a pupil may choose, nearest first: form tutor, head of year, the safeguarding leads, their teachers, then other staff.
 * Each once, under the role that is nearest.
 */
async function adultsFor(db: Reader, pupilId: Id | null, now: EpochMs): Promise<TrustedAdult[]> {
  const rows = await db.all<{ id: Id; name: string; role: Role; nearness: number }>(sql`
    select s.id, s.name, g.role, min(case
      when g.role = 'form-tutor' and g.scope_id = p.form_id then 0
      when g.role = 'head-of-year' and g.scope_id = cast(p.year as text) then 1
      when g.role = 'dsl' then 2
      when g.role = 'e-safety-lead' then 3
      when g.role = 'teacher' and exists (select 1 from class_teacher t join class_member m on m.class_id = t.class_id
        where t.staff_id = s.id and m.pupil_id = p.id) then 4
      else 5 end) as nearness
    from staff s join "grant" g on g.staff_id = s.id left join pupil p on p.id = ${pupilId}
    where s.active = 1 and g.starts_at <= ${now} and (g.ends_at is null or g.ends_at > ${now}) and g.role <> 'ict'
    group by s.id order by nearness, s.name limit ${mostAdults}`)
  return rows.map(({ id, name, role }) => ({ id, name, role: roleLabels[role] }))
}

/** Who uses a device, as the device is told. */
export async function deviceUser(db: Reader, pupilId: Id | null, now: EpochMs): Promise<DeviceUser> {
  const [pupil] = pupilId === null ? [] : await db.select().from(pupils).where(eq(pupils.id, pupilId))
  return {
    pupilId: pupil?.id ?? null,
    name: pupil?.name.split(' ')[0] ?? null,
    year: pupil?.year ?? null,
    band: pupil === undefined ? bandOfNobody : bandOfYear(pupil.year),
    adults: await adultsFor(db, pupilId, now),
  }
}
