import * as v from 'valibot'

/** Where words stand: on a page, in a search, or in what the pupil writes. Each has thresholds of its own. */
export const TextContext = v.picklist(['page', 'query', 'typed'])
export type TextContext = v.InferOutput<typeof TextContext>

/** A stretch of a text as it was given, in UTF-16 code units; `end` is behind the last one. */
export interface Span {
  readonly start: number
  readonly end: number
}
