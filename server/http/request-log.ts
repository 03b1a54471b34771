import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { HttpEnv } from './context.ts'

/** One wide line per request: the route's pattern, never the address itself, and nobody's name or words. */
export const requestLog: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const deps = c.get('deps')
  const startedAt = deps.now()
  const started = process.hrtime.bigint()
  await next()
  deps.log({
    at: new Date(startedAt).toISOString(),
    level: c.res.status >= 500 ? 'error' : 'info',
    msg: 'request',
    requestId: c.get('requestId'),
    method: c.req.method,
    route: matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? 'console',
    status: c.res.status,
    decided: c.get('decided') ?? 'none',
    micros: Number((process.hrtime.bigint() - started) / 1000n),
    ...(c.error === undefined ? {} : { error: c.error.message }),
  })
}
