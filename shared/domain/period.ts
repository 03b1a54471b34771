import * as v from 'valibot'

/** When a decision is taken: in a live lesson, else in the school day, else out of hours. */
export const Period = v.picklist(['lesson', 'school-day', 'out-of-hours'])
export type Period = v.InferOutput<typeof Period>

/** When something happens, as the beginning of a sentence. */
export const periodWords: Readonly<Record<Period, string>> = {
  lesson: 'In a lesson',
  'school-day': 'In the school day',
  'out-of-hours': 'Out of hours',
}
