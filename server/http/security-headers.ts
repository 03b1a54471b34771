import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './context.ts'

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers = [
  ['content-security-policy', contentSecurityPolicy],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), display-capture=()'],
] as const

/** Sets the headers before the handler runs: afterwards each would rebuild the response, at several times a request's cost. */
export const securityHeaders: MiddlewareHandler<HttpEnv> = async (c, next) => {
  for (const [name, value] of headers) c.header(name, value)
  if (c.get('deps').publicOrigin().startsWith('https:')) {
    c.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  await next()
}
