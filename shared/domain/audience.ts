import * as v from 'valibot'
import type { Action, CategoryTraits } from './category.ts'

/** Age bands, plus those who are no pupils. Wording, help and default actions follow the band. */
export const Band = v.picklist(['eyfs-y2', 'y3-y6', 'y7-y9', 'y10-y11', 'sixth', 'staff', 'visitor'])
export type Band = v.InferOutput<typeof Band>

export const bandLabels: Readonly<Record<Band, string>> = {
  'eyfs-y2': 'EYFS to Year 2',
  'y3-y6': 'Years 3 to 6',
  'y7-y9': 'Years 7 to 9',
  'y10-y11': 'Years 10 and 11',
  sixth: 'Sixth form',
  staff: 'Staff',
  visitor: 'Visitor',
}

/** The bands of pupils, the youngest first. */
export const pupilBands = ['eyfs-y2', 'y3-y6', 'y7-y9', 'y10-y11', 'sixth'] as const satisfies readonly Band[]

/** Year group: 0 for EYFS (Nursery and Reception), then 1 to 13. */
export const Year = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(13))
export type Year = v.InferOutput<typeof Year>

/** The band of a year group. */
export function bandOfYear(year: Year): Band {
  if (year <= 2) return 'eyfs-y2'
  if (year <= 6) return 'y3-y6'
  if (year <= 9) return 'y7-y9'
  if (year <= 11) return 'y10-y11'
  return 'sixth'
}

const column: Readonly<Record<Band, 0 | 1 | 2>> = {
  'eyfs-y2': 0,
  'y3-y6': 0,
  'y7-y9': 1,
  'y10-y11': 1,
  sixth: 2,
  staff: 2,
  visitor: 1,
}

/** The vocabulary's default action of a category for a band. */
export const defaultAction = (traits: CategoryTraits, band: Band): Action => traits.defaults[column[band]]
