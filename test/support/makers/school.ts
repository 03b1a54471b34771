import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SchoolDatabase } from '#server/db/database.ts'
import { openSchool } from '#server/db/open.ts'
import { classMembers } from '#server/db/schema/class-member.ts'
import { classTeachers } from '#server/db/schema/class-teacher.ts'
import { classes } from '#server/db/schema/class.ts'
import { enrolTokens } from '#server/db/schema/enrol-token.ts'
import { forms } from '#server/db/schema/form.ts'
import { createSchool } from '#server/services/school/create.ts'
import { secretHash } from '#server/services/staff/secret.ts'
import { makePupil } from './pupil.ts'
import { makeStaff } from './staff.ts'

const day = 86_400_000

/** The secret in the made school's managed policy. */
export const enrolmentToken = 'the-school-enrolment-token'

export const dataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lapwing-test-'))

/**
 * A school with one of everyone. Class `8b` has Ada, Ben and Cai (Year 8, form 8B, teacher `teacher`); `10a` has Dev and Eve (Year 10,
 * form 10A, teacher `other-teacher`), who also teaches `8x`, where Ada sits too.
 */
export async function makeSchool(
  dataDir: string,
  id = 'made',
  extra?: (database: SchoolDatabase) => Promise<void>,
) {
  const database = await openSchool({ dataDir, schoolId: id })
  const now = Date.now()
  await database.write(async (db) => {
    await createSchool(db, { id, name: `School ${id}` }, now - day)
    await makeStaff(db, 'teacher', ['teacher'])
    await makeStaff(db, 'other-teacher', ['teacher'])
    await makeStaff(db, 'tutor', [['form-tutor', 'form', 'form-8b']])
    await makeStaff(db, 'other-tutor', [['form-tutor', 'form', 'form-10a']])
    await makeStaff(db, 'head-of-8', [['head-of-year', 'year', '8']])
    await makeStaff(db, 'head-of-10', [['head-of-year', 'year', '10']])
    await makeStaff(db, 'dsl', ['dsl'])
    await makeStaff(db, 'lead', ['e-safety-lead'])
    await makeStaff(db, 'ict', ['ict'])
    await db.insert(forms).values([
      { id: 'form-8b', name: '8B', year: 8, tutorStaffId: 'tutor' },
      { id: 'form-10a', name: '10A', year: 10, tutorStaffId: 'other-tutor' },
    ])
    for (const name of ['Ada', 'Ben', 'Cai']) await makePupil(db, name, 8, 'form-8b')
    for (const name of ['Dev', 'Eve']) await makePupil(db, name, 10, 'form-10a')
    await db.insert(classes).values([
      { id: '8b', name: '8B', subject: 'Science', year: 8 },
      { id: '8x', name: '8X', subject: 'Music', year: 8 },
      { id: '10a', name: '10A', subject: 'Computing', year: 10 },
    ])
    await db.insert(classTeachers).values([
      { classId: '8b', staffId: 'teacher' },
      { classId: '8x', staffId: 'other-teacher' },
      { classId: '10a', staffId: 'other-teacher' },
    ])
    await db
      .insert(classMembers)
      .values([
        ...['ada', 'ben', 'cai'].map((pupilId) => ({ classId: '8b', pupilId })),
        { classId: '8x', pupilId: 'ada' },
        ...['dev', 'eve'].map((pupilId) => ({ classId: '10a', pupilId })),
      ])
    const good = { createdAt: now - day, expiresAt: now + day }
    await db.insert(enrolTokens).values([
      { tokenHash: secretHash(enrolmentToken), label: 'good', ...good },
      { tokenHash: secretHash('expired'), label: 'expired', createdAt: now - 3 * day, expiresAt: now - day },
      { tokenHash: secretHash('revoked'), label: 'revoked', ...good, revokedAt: now },
    ])
  })
  await extra?.(database)
  await database.close()
}
