import * as v from 'valibot'
import { err, ok, type Result } from './result.ts'

/**
 * Checks what came over a border against `schema`.
 * The error names the first field that is wrong and what was expected, never the value itself (it may be a pupil's).
 */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): Result<v.InferOutput<S>> {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return ok(result.output)
  const issue = result.issues[0]
  const path = v.getDotPath(issue) ?? 'value'
  return err(`${path}: expected ${issue.expected ?? issue.type}`)
}

/** Parses JSON text and checks it against `schema`. Text that is no JSON, or is nested to break the parser, is an error, never a throw. */
export function parseJson<S extends v.GenericSchema>(schema: S, text: string): Result<v.InferOutput<S>> {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return err('not JSON')
  }
  return parse(schema, input)
}
