import type { ErrorHandler } from 'hono'
import type { ErrorBody } from '#shared/protocol/console-api.ts'
import type { HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'

/** Every failure as an `ErrorBody`. What we did not expect is logged with its stack and told to nobody. */
export const errorAnswer: ErrorHandler<HttpEnv> = (error, c) => {
  const requestId = c.get('requestId')
  if (!(error instanceof Refusal)) {
    c.get('deps').log({ level: 'error', msg: 'broken', requestId, stack: error.stack ?? String(error) })
    const body: ErrorBody = {
      code: 'broken',
      message: 'Something went wrong here. It has been noted.',
      requestId,
    }
    return c.json(body, 500)
  }
  const { code, message, retryAfterMs } = error.reason
  if (code === 'busy' || code === 'too-many')
    c.header('retry-after', String(Math.ceil((retryAfterMs ?? 2000) / 1000)))
  return c.json({ code, message, requestId } satisfies ErrorBody, error.status)
}
