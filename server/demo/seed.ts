import { baselinePolicy } from '#shared/policy/baseline.ts'
import { classMembers } from '../db/schema/class-member.ts'
import { classTeachers } from '../db/schema/class-teacher.ts'
import { classes as classTable } from '../db/schema/class.ts'
import { forms as formTable } from '../db/schema/form.ts'
import { grants } from '../db/schema/grant.ts'
import { pupils as pupilTable } from '../db/schema/pupil.ts'
import { schools } from '../db/schema/school.ts'
import { staff as staffTable } from '../db/schema/staff.ts'
import { timetableSlots } from '../db/schema/timetable-slot.ts'
import type { Db } from '../db/transaction.ts'
import { publishPolicy } from '../services/policies/publish.ts'
import { createSchool } from '../services/school/create.ts'
import { classes, forms, pupils, staff } from './people.ts'
import { weekly } from './timetable.ts'

export const demoSchool = { id: 'demo', name: 'Lapwing Vale School' } as const

const wholeWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 0, endsMinute: 1440 }))

/** The demo's policy: the defaults, with a school day that never ends, so that it can be tried in the evening. */
const demoPolicy = {
  ...baselinePolicy,
  schoolName: demoSchool.name,
  schedule: { timeZone: 'Europe/London', days: wholeWeek },
  safeguardingContact: 'Mrs Ashdown-Vane, in the office beside the library',
}

/** Makes the demo school unless it is there. True when it was made now. */
export async function seedDemo(db: Db, now: number): Promise<boolean> {
  const [known] = await db.select().from(schools)
  if (known !== undefined) return false
  await createSchool(db, demoSchool, now)
  await publishPolicy(db, demoPolicy, null, now)
  await db
    .insert(staffTable)
    .values(staff.map(({ id, name }) => ({ id, name, email: `${id}@staff.demo.test`, createdAt: now })))
  await db.insert(grants).values(
    staff.flatMap((person) =>
      person.grants.map((grant) => ({
        ...grant,
        id: `${person.id}-${grant.role}`,
        staffId: person.id,
        startsAt: now,
        grantedBy: 'demo',
      })),
    ),
  )
  await db.insert(formTable).values(forms.map(({ tutorId, ...form }) => ({ ...form, tutorStaffId: tutorId })))
  await db.insert(pupilTable).values(pupils.map(({ classId: _, ...pupil }) => pupil))
  await db
    .insert(classTable)
    .values(classes.map(({ id, name, subject, year }) => ({ id, name, subject, year })))
  await db
    .insert(classTeachers)
    .values(classes.map(({ id, teacherId }) => ({ classId: id, staffId: teacherId })))
  await db.insert(classMembers).values(pupils.map(({ id, classId }) => ({ classId, pupilId: id })))
  await db.insert(timetableSlots).values(weekly)
  return true
}
