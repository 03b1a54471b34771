import * as v from 'valibot'
import { EpochMs, Id, PageTitle, PageUrl, Text } from '../base/fields.ts'
import { CategoryId } from './category.ts'
import { Decision } from './decision.ts'
import { Severity } from './severity.ts'

/** What made the device raise a flag: a search, a page met, the same category tried again and again, words written, or a picture about to be sent. */
export const FlagCause = v.picklist(['search', 'visit', 'repeat', 'typed', 'upload'])
export type FlagCause = v.InferOutput<typeof FlagCause>

/** A flag as the device raises it: the one place, besides reports and requests, where a full address leaves the device. */
export const RaisedFlag = v.strictObject({
  id: Id,
  at: EpochMs,
  category: CategoryId,
  severity: Severity,
  cause: FlagCause,
  url: PageUrl,
  title: v.nullable(PageTitle),
  /** The matched words with a little context, or null when no words were matched. */
  words: v.nullable(Text(200)),
  decision: Decision,
})
export type RaisedFlag = v.InferOutput<typeof RaisedFlag>

export const FlagStatus = v.picklist(['new', 'acknowledged', 'closed'])
export type FlagStatus = v.InferOutput<typeof FlagStatus>

/** How staff close a flag. */
export const FlagOutcome = v.picklist([
  'false-alarm',
  'no-action',
  'spoke-with-pupil',
  'passed-on',
  'concern-recorded',
])
export type FlagOutcome = v.InferOutput<typeof FlagOutcome>

export const flagOutcomeLabels: Readonly<Record<FlagOutcome, string>> = {
  'false-alarm': 'False alarm',
  'no-action': 'No action needed',
  'spoke-with-pupil': 'Spoke with the pupil',
  'passed-on': 'Passed on to a colleague',
  'concern-recorded': 'Recorded as a concern',
}

/** Whether it was on purpose: staff decide, never the software. */
export const Intent = v.picklist(['accidental', 'deliberate', 'unknown'])
export type Intent = v.InferOutput<typeof Intent>
