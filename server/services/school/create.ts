import type { Id } from '#shared/base/fields.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { grants } from '../../db/schema/grant.ts'
import { schools } from '../../db/schema/school.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Db } from '../../db/transaction.ts'
import { publishPolicy } from '../policies/publish.ts'

/** Writes a school's row and its first policy: the vocabulary's defaults under the school's own name. */
export async function createSchool(db: Db, school: { id: Id; name: string }, now: number): Promise<void> {
  await db.insert(schools).values({ ...school, settings: {}, createdAt: now })
  await publishPolicy(db, { ...baselinePolicy, schoolName: school.name }, null, now)
}

/** Adds the first account, which is ICT's and sees no safeguarding content. Answers its id. */
export async function createIctAccount(
  db: Db,
  person: { id: Id; name: string; email: string },
  now: number,
): Promise<Id> {
  await db.insert(staff).values({ ...person, email: person.email.toLowerCase(), createdAt: now })
  await db.insert(grants).values({
    id: `${person.id}-ict`,
    staffId: person.id,
    role: 'ict',
    scopeKind: 'school',
    scopeId: null,
    startsAt: now,
    grantedBy: 'set-up',
  })
  return person.id
}
