import { traitsOf } from '#shared/domain/category.ts'
import type { Explained } from './explainer.ts'

/** An address that was not judged, and why. */
export interface Refused {
  /** How it begins. */
  readonly url: string
  readonly error: string
}
export type Answer = Explained | Refused

/** Turns an answer into text, with the line feed at its end. */
export type Form = (answer: Answer) => string

/** Some readers end a line at these as well; inside a JSON string they may stand escaped. */
const otherLineEnds = /[\u0085\u2028\u2029]/g

/**
 * One JSON line: `{url, host, categories, action, reason, category, flag, trace, micros}`.
 * One that was not judged has the same fields, `action` null, and `error`.
 */
export const asJson: Form = (answer) => {
  const fields =
    'error' in answer ? { ...unjudged, url: answer.url, error: answer.error } : (answer satisfies Explained)
  return `${JSON.stringify(fields).replace(otherLineEnds, escaped)}\n`
}

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
export const asParagraph: Form = (answer) => {
  const lines = 'error' in answer ? [`Not judged: ${answer.error}.`] : inWords(answer)
  return `${[visible(answer.url), ...lines.map((line) => `  ${visible(line)}`)].join('\n')}\n\n`
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

/** Control and formatting characters are spelled out: an address must not command the terminal, nor turn its own text around. */
const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)

const escaped = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
