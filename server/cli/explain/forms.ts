import { traitsOf } from '#shared/domain/category.ts'
import type { Explained } from './explainer.ts'
import { jsonLine, paragraph } from './plain-text.ts'

/** An address that was not judged, and why. */
export interface Refused {
  /** How it begins. */
  readonly url: string
  readonly error: string
}
export type Answer = Explained | Refused

/** Turns an answer into text, with the line feed at its end. */
export type Form<A> = (answer: A) => string

/**
 * One JSON line: `{url, host, categories, action, reason, category, flag, trace, micros}`.
 * One that was not judged has the same fields, `action` null, and `error`.
 */
export const asJson: Form<Answer> = (answer) =>
  jsonLine('error' in answer ? { ...unjudged, url: answer.url, error: answer.error } : answer)

const unjudged = {
  url: '',
  host: '',
  categories: [],
  action: null,
  reason: null,
  category: null,
  flag: 0,
  trace: [],
  micros: 0,
}

const done = { allow: 'Allowed', coach: 'Pause page first', block: 'Blocked' } as const

/** A paragraph for people: what happens, what it is about, and each reason with who says so. */
export const asParagraph: Form<Answer> = (answer) => {
  const lines = 'error' in answer ? [`Not judged: ${answer.error}.`] : inWords(answer)
  return paragraph(answer.url, lines)
}

function inWords({ host, action, categories, flag, trace }: Explained): string[] {
  const labels = categories.map((id) => traitsOf(id).label).join(', ')
  const nothing = host === '' ? 'It is no web address.' : 'No list knows it.'
  return [
    `${done[action]}${labels === '' ? '' : `: ${labels}`}.`,
    ...(trace.length === 0 ? [nothing] : trace.map(({ from, found }) => `${found} (${from})`)),
    ...(flag === 0 ? [] : [`Raises a flag of severity ${flag}.`]),
  ]
}
