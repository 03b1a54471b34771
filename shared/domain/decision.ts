import * as v from 'valibot'
import { Action, CategoryId } from './category.ts'
import { Severity } from './severity.ts'
import { TraceStep } from './trace.ts'

/**
 * Why a decision came out as it did. The block screen has a sentence for each.
 * `help` is a pause that shows help lines; `not-ready` stands until the lists have been read.
 */
export const Reason = v.picklist([
  'nothing-known',
  'category',
  'support',
  'school-rule',
  'granted',
  'paused-and-went-on',
  'scene',
  'lock',
  'help',
  'not-ready',
])
export type Reason = v.InferOutput<typeof Reason>

/** The policy applied to a verdict in a moment. */
export const Decision = v.strictObject({
  action: Action,
  reason: Reason,
  /** The category that decided, when one did. */
  category: v.nullable(CategoryId),
  categories: v.pipe(v.array(CategoryId), v.maxLength(20), v.readonly()),
  /** Severity of the flag that this decision raises; 0 for none. */
  flag: v.union([v.literal(0), Severity]),
  trace: v.pipe(v.array(TraceStep), v.maxLength(20), v.readonly()),
})
export type Decision = v.InferOutput<typeof Decision>
