import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Dependencies, HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'

/**
 * The outermost layer: gives the request its id and dependencies, and turns any answer for which nobody took a decision into
 * an error, so that a route that forgets to ask gives nothing away.
 */
export function decidedBy(deps: Dependencies): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    c.set('deps', deps)
    c.set('requestId', randomUUID())
    await next()
    if (c.get('decided') === undefined && c.error === undefined) {
      throw new Refusal({ code: 'broken', message: 'Something went wrong here. It has been noted.' })
    }
  }
}

/** For routes that anybody may call; says so where it can be seen. */
export const open: MiddlewareHandler<HttpEnv> = async (c, next) => {
  c.set('decided', 'public')
  await next()
}
