import { Id } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'

/** `__Host-` ties the cookie to this very host and to https; browsers refuse it on plain http, which only loopback uses. */
const secureName = '__Host-lapwing'
const plainName = 'lapwing'

const patternOf = (name: string): RegExp =>
  new RegExp(String.raw`(?:^|;\s*)${name}=([\w-]{1,64})\.([\w-]{43})(?:;|$)`)
const secure = patternOf(secureName)
const plain = patternOf(plainName)

/**
 * The session of a Cookie header: which school, and the opaque token. Null when there is none. On https only the name counts that
 * no other host can set, or a neighbour's page could sign somebody in as somebody else.
 */
export function readSessionCookie(
  publicOrigin: string,
  header: string,
): { schoolId: string; token: string } | null {
  const pattern = publicOrigin.startsWith('https:') ? secure : plain
  const [, schoolId = '', token = ''] = pattern.exec(header) ?? []
  return parse(Id, schoolId).ok ? { schoolId, token } : null
}

/** A Set-Cookie value that starts a session; it ends with the browser, and earlier on the server. */
export function sessionCookie(publicOrigin: string, schoolId: string, token: string): string {
  const secure = publicOrigin.startsWith('https:')
  const name = secure ? secureName : plainName
  return `${name}=${schoolId}.${token}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

/** A Set-Cookie value that takes the session away. */
export function endedCookie(publicOrigin: string): string {
  const secure = publicOrigin.startsWith('https:')
  return `${secure ? secureName : plainName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${secure ? '; Secure' : ''}`
}
