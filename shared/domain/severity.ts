import * as v from 'valibot'

/** The policy's "level of concern": 1 low to 4 critical. */
export const Severity = v.picklist([1, 2, 3, 4])
export type Severity = v.InferOutput<typeof Severity>

/** What staff read for each severity. */
export const severityLabels: Readonly<Record<Severity, string>> = {
  1: 'Low',
  2: 'Medium',
  3: 'High',
  4: 'Critical',
}

/** Severity for a page merely met: one less than for the pupil's own words, 0 when nothing is left. */
export const metSeverity = (own: 0 | Severity): 0 | Severity => (own === 0 ? 0 : ((own - 1) as 0 | Severity))
