import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'

const reads = new Set(['GET', 'HEAD'])

/**
 * State changes only from our own pages: the Origin must be ours, Fetch Metadata must agree, and a header that a foreign
 * form cannot send must be there. Source: OWASP Cross-Site Request Forgery Prevention Cheat Sheet.
 */
export const sameSite: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!reads.has(c.req.method)) {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const foreign = origin !== undefined && origin !== c.get('deps').publicOrigin()
    if (foreign || (site !== undefined && site !== 'same-origin') || c.req.header('x-lapwing') !== '1') {
      c.set('decided', 'refused')
      throw new Refusal({ code: 'not-allowed', message: 'This request did not come from the console.' })
    }
  }
  await next()
}
