import * as v from 'valibot'
import { EpochMs, PageTitle, Text } from '../base/fields.ts'
import { CategoryId } from './category.ts'

/** How a pupil stands in a live lesson. `private` hides where they are because it is help-seeking or about identity. */
export const ActivityStatus = v.picklist(['on-page', 'blocked', 'paused', 'locked', 'idle', 'private'])
export type ActivityStatus = v.InferOutput<typeof ActivityStatus>

/**
 * Live activity: sent only while a teacher's lesson is open, held in memory at the school, never stored.
 * The site is a registrable host, never a path or query; with `private` and `idle` site, title and category are null.
 */
export const Activity = v.strictObject({
  status: ActivityStatus,
  site: v.nullable(Text(253)),
  title: v.nullable(PageTitle),
  category: v.nullable(CategoryId),
  since: EpochMs,
})
export type Activity = v.InferOutput<typeof Activity>
