import { eq, inArray } from 'drizzle-orm'
import type { Id } from '#shared/base/fields.ts'
import type { PupilRef } from '#shared/protocol/console-api.ts'
import { classMembers } from '../../db/schema/class-member.ts'
import { forms } from '../../db/schema/form.ts'
import { pupils } from '../../db/schema/pupil.ts'
import type { Reader } from '../../db/transaction.ts'

const columns = { id: pupils.id, name: pupils.name, year: pupils.year, form: forms.name }

interface Row {
  readonly id: Id
  readonly name: string
  readonly year: number
  readonly form: string | null
}

const refOf = (row: Row): PupilRef => ({ ...row, form: row.form ?? '' })

/** These pupils as staff see them, by id. */
export async function pupilRefs(db: Reader, ids: Iterable<Id | null>): Promise<Map<Id, PupilRef>> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select(columns)
    .from(pupils)
    .leftJoin(forms, eq(forms.id, pupils.formId))
    .where(inArray(pupils.id, wanted))
  return new Map(rows.map((row) => [row.id, refOf(row)]))
}

/** The pupils of a class, by name. */
export async function pupilsOfClass(db: Reader, classId: Id): Promise<PupilRef[]> {
  const rows = await db
    .select(columns)
    .from(classMembers)
    .innerJoin(pupils, eq(pupils.id, classMembers.pupilId))
    .leftJoin(forms, eq(forms.id, pupils.formId))
    .where(eq(classMembers.classId, classId))
    .orderBy(pupils.name)
  return rows.map(refOf)
}
