import * as v from 'valibot'
import { Band } from './audience.ts'
import { CategoryId } from './category.ts'

/**
 * What a pupil is asked to think of before they post: that it hurts, that it is rude, that it gives away who they are, or does so together with
 * a picture, that the one they write to may not be safe, that what it is about is risky; or `help`, when the words are those of somebody who may need it.
 */
export const NudgeKind = v.picklist([
  'hurtful',
  'rude',
  'personal',
  'named-picture',
  'unsafe',
  'risky',
  'help',
])
export type NudgeKind = v.InferOutput<typeof NudgeKind>

/** A private hint beside what somebody writes. It holds none of their words. */
export const Nudge = v.strictObject({
  kind: NudgeKind,
  band: Band,
  /** True when somebody who helps is told of the words; hints of which nobody hears say so. */
  isTold: v.boolean(),
  /** Whose help lines to show; null when it is about none. */
  category: v.nullable(CategoryId),
})
export type Nudge = v.InferOutput<typeof Nudge>
