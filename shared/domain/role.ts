import * as v from 'valibot'

/** The grants a member of staff can hold. One person may hold several. */
export const Role = v.picklist(['teacher', 'form-tutor', 'head-of-year', 'dsl', 'e-safety-lead', 'ict'])
export type Role = v.InferOutput<typeof Role>

export const roleLabels: Readonly<Record<Role, string>> = {
  teacher: 'Teacher',
  'form-tutor': 'Form tutor',
  'head-of-year': 'Head of year',
  dsl: 'Designated Safeguarding Lead',
  'e-safety-lead': 'E-safety lead',
  ict: 'ICT staff',
}
