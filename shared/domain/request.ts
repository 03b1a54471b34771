import * as v from 'valibot'
import { EpochMs, Id, PageUrl, Text } from '../base/fields.ts'
import { CategoryId } from './category.ts'

/** A pupil asks for a site that was blocked. */
export const MadeRequest = v.strictObject({
  id: Id,
  at: EpochMs,
  url: PageUrl,
  host: Text(253),
  category: v.nullable(CategoryId),
  words: Text(500),
})
export type MadeRequest = v.InferOutput<typeof MadeRequest>

export const RequestStatus = v.picklist(['waiting', 'granted', 'refused'])
export type RequestStatus = v.InferOutput<typeof RequestStatus>
