import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a ticket is good for. */
export const ticketMs = 15 * 60_000

// A new key at each start is enough: devices get a new ticket whenever their socket opens again.
const key = randomBytes(32)

const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** A bearer for downloads that names its school and device and when it ends: no database is asked when it comes back. */
export function makeTicket(schoolId: string, deviceId: string, now: number): string {
  const text = `${schoolId}.${deviceId}.${now + ticketMs}`
  return `${text}.${sign(text).toString('base64url')}`
}

/** Whose ticket this is, or null when it is forged, cut or too old. */
export function readTicket(ticket: string, now: number): { schoolId: string; deviceId: string } | null {
  const [schoolId, deviceId, endsAt, signature, ...rest] = ticket.split('.')
  if (schoolId === undefined || deviceId === undefined || signature === undefined || rest.length > 0)
    return null
  const given = Buffer.from(signature, 'base64url')
  const right = sign(`${schoolId}.${deviceId}.${endsAt}`)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return Number(endsAt) > now ? { schoolId, deviceId } : null
}
