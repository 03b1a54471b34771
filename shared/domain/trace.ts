import * as v from 'valibot'
import { Text } from '../base/fields.ts'
import { Action, type CategoryId, isCategoryId } from './category.ts'
import { Period } from './period.ts'
import { Severity } from './severity.ts'

/** One line of a trace: which rule of which list or policy said what. Readable by a person. */
export const TraceStep = v.strictObject({
  /** Who speaks: `starter 1`, `lists 2026-11-20`, `policy 3`, `lesson`, `search`. */
  from: Text(80),
  /** What was found, such as `bet365.com is gambling`. */
  found: Text(400),
})
export type TraceStep = v.InferOutput<typeof TraceStep>

/** What a line of a trace says of a category; `other` for all else, word for word. */
export type Finding =
  | { readonly says: 'is'; readonly what: string; readonly category: CategoryId }
  | { readonly says: 'always-blocked'; readonly category: CategoryId }
  | {
      readonly says: 'decided'
      readonly action: Action
      readonly category: CategoryId
      readonly period: Period
    }
  | { readonly says: 'typed'; readonly category: CategoryId | null; readonly flag: 0 | Severity }
  | { readonly says: 'other'; readonly words: string }

/** What a policy does to a category. */
export const actionVerbs: Readonly<Record<Action, string>> = {
  allow: 'allows',
  coach: 'pauses',
  block: 'blocks',
}

/** A finding as a line of a trace. `findingIn` reads it. */
export function lineOf(finding: Finding): string {
  switch (finding.says) {
    case 'is':
      return `${finding.what} is ${finding.category}`
    case 'always-blocked':
      return `${finding.category} is always blocked`
    case 'decided':
      return `${actionVerbs[finding.action]} ${finding.category} (${finding.period})`
    case 'typed':
      return `${finding.category ?? 'nothing'} in typed words is of severity ${finding.flag}`
    case 'other':
      return finding.words
  }
}

type Parts = Readonly<Record<string, string>>
type Reader = (category: CategoryId | null, parts: Parts) => Finding | null

const flags = [0, ...Severity.options] as const
/** The forms of `lineOf`, the narrow ones first; a reader answers null for what only looks like its form. */
const forms: readonly (readonly [RegExp, Reader])[] = [
  [
    /^(?<verb>\w+) (?<id>[a-z-]+) \((?<period>[a-z-]+)\)$/u,
    (category, parts) => {
      const action = Action.options.find((one) => actionVerbs[one] === parts['verb'])
      const period = Period.options.find((one) => one === parts['period'])
      return category && action && period ? { says: 'decided', action, category, period } : null
    },
  ],
  [
    /^(?<id>[a-z-]+) in typed words is of severity (?<flag>[0-4])$/u,
    (category, { id, flag }) =>
      category !== null || id === 'nothing'
        ? { says: 'typed', category, flag: flags[Number(flag)] ?? 0 }
        : null,
  ],
  [/^(?<id>[a-z-]+) is always blocked$/u, (category) => category && { says: 'always-blocked', category }],
  [
    /^(?<what>.+) is (?<id>[a-z-]+)$/su,
    (category, { what = '' }) => category && { says: 'is', what, category },
  ],
]

/** The line that `lineOf` wrote, understood again. What fits no form, or names a category that there is not, is `other`. */
export function findingIn(found: string): Finding {
  for (const [form, read] of forms) {
    const parts = form.exec(found)?.groups
    const id = parts?.['id'] ?? ''
    const finding = parts && read(isCategoryId(id) ? id : null, parts)
    if (finding) return finding
  }
  return { says: 'other', words: found }
}
