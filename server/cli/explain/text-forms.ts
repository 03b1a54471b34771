import { traitsOf } from '#shared/domain/category.ts'
import type { AskedText, RefusedText } from './asked-text.ts'
import type { Form } from './forms.ts'
import { jsonLine, paragraph } from './plain-text.ts'
import type { ExplainedText } from './text-explainer.ts'

/** What came of a line: the text it asked about, explained, or why it could not be. */
export type TextAnswer = { readonly asked: AskedText; readonly explained: ExplainedText } | RefusedText

const unread = { id: null, categories: [], act: null, micros: 0, distress: 0, seeksHelp: false }

/**
 * One JSON line: `{id, categories: [{id, score, severity, spans, why}], act, micros, distress, seeksHelp}`.
 * One that was not read has the same fields, `act` null, and `error`.
 */
export const textAsJson: Form<TextAnswer> = (answer) =>
  jsonLine('error' in answer ? { ...unread, ...answer } : answer.explained)

const longestHeading = 200

/** A paragraph for people: the text, whether anything would be done about it, and each thing that it is about. */
export const textAsParagraph: Form<TextAnswer> = (answer) =>
  'error' in answer
    ? paragraph(String(answer.id ?? '(no id)'), [`Not read: ${answer.error}.`])
    : paragraph(headingOf(answer.asked), inWords(answer.explained))

const headingOf = ({ id, text, context }: AskedText): string =>
  `${id} (${context}): ${shortened(text, longestHeading)}`

function inWords({ categories, act, distress, seeksHelp }: ExplainedText): string[] {
  const found = categories.map(({ id, score, severity, why }) => {
    const weight = score < 0.5 ? 'below its threshold' : severity === 0 ? 'no flag' : `severity ${severity}`
    return `${traitsOf(id).label}, ${score.toFixed(2)}, ${weight}: ${why}`
  })
  return [
    act ? 'It would block, pause or flag.' : 'Nothing would be done.',
    ...(found.length === 0 ? ['Nothing was found.'] : found),
    ...(seeksHelp ? ['These are the words of somebody who looks for help: help is shown.'] : []),
    ...(distress < 0.5 ? [] : [`Sounds like somebody who is not well: ${distress.toFixed(2)}.`]),
  ]
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text
