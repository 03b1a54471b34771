import { hc } from 'hono/client'
import type { App } from '#server/app.ts'
import { parse } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { ErrorBody } from '#shared/protocol/console-api.ts'

/** Why a call did not work: what the server said, or that it could not be reached. */
export interface Problem {
  readonly code: ErrorBody['code'] | 'offline'
  readonly message: string
  /** To quote when asking for help; null when the server was never reached. */
  readonly requestId: string | null
}

interface Answer<T> {
  readonly ok: boolean
  readonly status: number
  json(): Promise<T>
}

const client = hc<App>(location.origin, { headers: { 'x-lapwing': '1' } })

/** The school's HTTP API, typed by the server's own routes. */
export const { api } = client

const offline: Problem = {
  code: 'offline',
  message: 'The school’s server can’t be reached. Check the connection and try again.',
  requestId: null,
}
const garbled: Problem = {
  code: 'broken',
  message: 'The server gave an answer that this page does not understand. Reload it.',
  requestId: null,
}

let signedOut = (): void => undefined

/** Calls `run` whenever the server answers that nobody is signed in: a session may end at any call. */
export function onSignedOut(run: () => void): void {
  signedOut = run
}

/** Waits for a call of `api`. Never throws: the server's errors and a lost connection come back as problems. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<Result<T, Problem>> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch {
    return err(offline)
  }
  if (answer.status === 204) return ok(undefined as T)
  let body: unknown
  try {
    body = await answer.json()
  } catch {
    return err(garbled)
  }
  if (answer.ok) return ok(body as T)
  const problem = parse(ErrorBody, body)
  if (problem.ok && problem.value.code === 'not-signed-in') signedOut()
  return err(problem.ok ? problem.value : garbled)
}
