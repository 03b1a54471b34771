import * as v from 'valibot'
import { Text } from '../base/fields.ts'
import { Year } from '../domain/audience.ts'
import type { CategoryId } from '../domain/category.ts'
import type { Decision } from '../domain/decision.ts'
import { Period } from '../domain/period.ts'
import type { Severity } from '../domain/severity.ts'
import { type Span, TextContext } from '../domain/text-context.ts'
import type { Varied } from '../domain/variation.ts'

/** Longest text that may be asked about, in UTF-16 units. */
export const longestAskedText = 20_000

/** What would happen to an address, or about a text, for a year group in a period? */
export const WhyQuestion = v.strictObject({
  about: v.variant('kind', [
    v.strictObject({ kind: v.literal('address'), url: v.pipe(Text(2048), v.regex(/\S/)) }),
    v.strictObject({
      kind: v.literal('text'),
      text: v.pipe(Text(longestAskedText), v.regex(/\S/)),
      context: TextContext,
    }),
  ]),
  year: Year,
  period: Period,
})
export type WhyQuestion = v.InferOutput<typeof WhyQuestion>

/** One thing that words are about. */
export interface WhyFinding {
  readonly category: CategoryId
  /** 0 to 1; half is the threshold. */
  readonly score: number
  /** Of the flag that the school's policy raises for words in this context; 0 for none. */
  readonly severity: 0 | Severity
  readonly spans: readonly Span[]
  readonly why: string
}

/** The words that were read: what was asked about, or what the address searches for. */
export interface WhyReading {
  readonly text: string
  readonly context: TextContext
  /** What passes its threshold. */
  readonly findings: readonly WhyFinding[]
  /** When nothing does: what came nearest. */
  readonly near: readonly WhyFinding[]
  readonly distress: number
  readonly seeksHelp: boolean
}

/** What is decided, from what, and what would have to be otherwise. */
export interface WhyAnswer {
  readonly decision: Decision
  /** Empty for a text, and for an address that leads to no host. */
  readonly host: string
  /** Null when no words were read. */
  readonly reading: WhyReading | null
  readonly changes: readonly Varied[]
  /** What decided: the policy's version, and the names of the school's lists and of the text model; null where there is none. */
  readonly by: { readonly policy: number; readonly lists: string | null; readonly model: string | null }
}
