import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Credential } from '../services/actor.ts'
import type { InputOf, OutputOf, VerbName } from '../services/signatures.ts'
import type { HttpEnv } from './context.ts'
import { readSessionCookie } from './cookie.ts'
import { Refusal } from './refusal.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The school and credential of the request's session cookie; refuses a request that has none. */
export function sessionOf(c: Context<HttpEnv>): { schoolId: string; credential: Credential } {
  const session = readSessionCookie(c.get('deps').publicOrigin(), c.req.header('cookie') ?? '')
  if (session === null) {
    c.set('decided', 'refused')
    throw new Refusal({ code: 'not-signed-in', message: 'Please sign in.' })
  }
  return { schoolId: session.schoolId, credential: { kind: 'session', tokenHash: sha256(session.token) } }
}

/** Calls a verb for the request and records how it was decided. A refusal is thrown for the app's error handler. */
export async function askAs<N extends VerbName>(
  c: Context<HttpEnv>,
  { schoolId, credential }: { schoolId: string; credential: Credential },
  verb: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const answer = await c.get('deps').services.call(schoolId, verb, credential, input)
  if (!answer.result.ok) {
    c.set('decided', 'refused')
    throw new Refusal(answer.result.error)
  }
  if (answer.decided) c.set('decided', 'allowed')
  return answer.result.value
}

/** Calls a verb for whoever is signed in. */
export const ask = <N extends VerbName>(
  c: Context<HttpEnv>,
  verb: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> => askAs(c, sessionOf(c), verb, input)
