import * as v from 'valibot'

/** When a decision is taken: in a live lesson, else in the school day, else out of hours. */
export const Period = v.picklist(['lesson', 'school-day', 'out-of-hours'])
export type Period = v.InferOutput<typeof Period>
