import type { Role } from '#shared/domain/role.ts'
import { pupilName, staffName } from './names.ts'

export interface DemoGrant {
  readonly role: Role
  readonly scopeKind: 'school' | 'year' | 'form' | 'class'
  readonly scopeId: string | null
}

export interface DemoStaff {
  readonly id: string
  readonly name: string
  readonly grants: readonly DemoGrant[]
}

export interface DemoClass {
  readonly id: string
  readonly name: string
  readonly subject: string
  readonly year: number
  readonly teacherId: string
  readonly room: string
}

/** One form a year from EYFS (0) to Year 13, and the two whose pupils are here. */
export const forms = Array.from({ length: 14 }, (_, year) => {
  const name = year === 0 ? 'Reception' : `${year}${year === 8 ? 'B' : 'A'}`
  return { id: `form-${year}`, name, year, tutorId: `tutor-${year}` }
})

const school = (role: Role): DemoGrant => ({ role, scopeKind: 'school', scopeId: null })
const teaches = school('teacher')

const leads: readonly DemoStaff[] = [
  { id: 'dsl', name: 'Mrs Ashdown-Vane', grants: [school('dsl')] },
  { id: 'deputy-dsl', name: 'Mr Mensah-Reedley', grants: [school('dsl')] },
  // In the policy: Assistant Headteacher, Personalised Learning (SENCo).
  { id: 'senco', name: 'Ms Venkat-Harrow', grants: [school('e-safety-lead')] },
  { id: 'ict', name: 'Mr Wrenshaw', grants: [school('ict')] },
  { id: 'teacher-science', name: 'Ms Okafor-Lane', grants: [teaches] },
  { id: 'teacher-computing', name: 'Mr Lindqvist-Shaw', grants: [teaches] },
]

const tutors = forms.map(({ id, year, tutorId }): DemoStaff => ({
  id: tutorId,
  name: staffName(year),
  grants: [teaches, { role: 'form-tutor', scopeKind: 'form', scopeId: id }],
}))

const headsOfYear = forms.map(({ year }): DemoStaff => ({
  id: `head-of-year-${year}`,
  name: staffName(year + 14),
  grants: [teaches, { role: 'head-of-year', scopeKind: 'year', scopeId: String(year) }],
}))

export const staff: readonly DemoStaff[] = [...leads, ...tutors, ...headsOfYear]

export const classes: readonly DemoClass[] = [
  {
    id: 'class-8b-science',
    name: '8B',
    subject: 'Science',
    year: 8,
    teacherId: 'teacher-science',
    room: 'Lab 2',
  },
  {
    id: 'class-10a-computing',
    name: '10A',
    subject: 'Computing',
    year: 10,
    teacherId: 'teacher-computing',
    room: 'IT 1',
  },
]

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@pupils.demo.test`

/** Thirty pupils for each class. The addresses end in `.test`, which can belong to nobody (RFC 2606). */
export const pupils = classes.flatMap((each, row) =>
  Array.from({ length: 30 }, (_, index) => {
    const name = pupilName(row * 30 + index)
    return {
      id: `pupil-${each.year}-${index + 1}`,
      name,
      year: each.year,
      formId: `form-${each.year}`,
      email: emailOf(name),
      classId: each.id,
    }
  }),
)

/** Whom to sign in as to see what each role sees. */
export const guides: readonly { readonly staffId: string; readonly role: Role; readonly sees: string }[] = [
  {
    staffId: 'teacher-science',
    role: 'teacher',
    sees: 'start 8B Science, watch 30 tiles, lock, open a site, grant a request',
  },
  { staffId: 'tutor-8', role: 'form-tutor', sees: 'low flags of 8B, and that the team has the grave ones' },
  { staffId: 'head-of-year-8', role: 'head-of-year', sees: 'the same for all of Year 8' },
  { staffId: 'dsl', role: 'dsl', sees: 'every flag with its evidence, every report' },
  { staffId: 'senco', role: 'e-safety-lead', sees: 'every flag; reports to the safeguarding team' },
  { staffId: 'ict', role: 'ict', sees: 'devices and their faults, never a flag or a report' },
]
