import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { TextContext } from '#shared/domain/text-context.ts'
import type { Line } from './lines.ts'

const AskedId = v.union([v.string(), v.number()])

/** A text to explain, as a line of JSON holds it; its other fields are passed over. */
const AskedText = v.object({ id: AskedId, text: v.string(), context: TextContext })
export type AskedText = v.InferOutput<typeof AskedText>

const Named = v.object({ id: AskedId })

/** A line that holds no text to explain, by its id if it has one, and why. */
export interface RefusedText {
  readonly id: AskedText['id'] | null
  readonly error: string
}

/** The text that a line asks about. */
export function readAskedText({ text, isCut }: Line): Result<AskedText, RefusedText> {
  if (isCut) return err({ id: null, error: 'longer than any page that is read' })
  const asked = parseJson(AskedText, text)
  if (asked.ok) return ok(asked.value)
  const named = parseJson(Named, text)
  return err({ id: named.ok ? named.value.id : null, error: asked.error })
}
