import * as v from 'valibot'
import { Text } from '../base/fields.ts'
import { Action, CategoryId } from './category.ts'
import { Severity } from './severity.ts'

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

/** One line of a trace: which rule of which list or policy said what. Readable by a person. */
export const TraceStep = v.strictObject({
  /** Who speaks: `starter 1`, `lists 2026-11-20`, `policy 3`, `lesson`, `query`. */
  from: Text(80),
  /** What was found, such as `bet365.com is gambling`. */
  found: Text(400),
})
export type TraceStep = v.InferOutput<typeof TraceStep>

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
