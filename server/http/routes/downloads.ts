import { type Context, Hono } from 'hono'
import { Sha256Hex } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import { readTicket } from '../../services/devices/ticket.ts'
import { askAs } from '../ask.ts'
import type { HttpEnv } from '../context.ts'
import { Refusal } from '../refusal.ts'

/** The last few bodies, by hash, so that a school's morning does not copy the same lists between threads 800 times. */
const recent = new Map<string, Uint8Array<ArrayBuffer>>()

function remember(hash: string, bytes: Uint8Array<ArrayBuffer>): void {
  recent.delete(hash)
  recent.set(hash, bytes)
  if (recent.size > 16) recent.delete(recent.keys().next().value ?? '')
}

type DownloadVerb = 'policies.download' | 'lists.download' | 'lists.download-names' | 'models.download'

async function download(c: Context<HttpEnv>, verb: DownloadVerb, type: string) {
  const hash = parse(Sha256Hex, c.req.param('hash'))
  const ticket = readTicket(
    /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '',
    c.get('deps').now(),
  )
  if (!hash.ok || ticket === null) {
    c.set('decided', 'refused')
    if (ticket === null)
      throw new Refusal({ code: 'not-signed-in', message: 'This ticket is not good any more.' })
    throw new Refusal({ code: 'not-found', message: 'There is nothing here.' })
  }
  const from = parse(Sha256Hex, c.req.query('from'))
  const base = verb === 'lists.download' && from.ok ? from.value : null
  const name = base === null ? hash.value : `${base}-${hash.value}`
  const etag = `"${name}"`
  c.header('etag', etag)
  c.header('cache-control', 'private, max-age=31536000, immutable')
  const credential = { kind: 'device', deviceId: ticket.deviceId } as const
  const kept = recent.get(name)
  const unchanged = c.req.header('if-none-match') === etag
  const input = { hash: hash.value, from: base, body: !unchanged && kept === undefined }
  const { body } = await askAs(c, { schoolId: ticket.schoolId, credential }, verb, input)
  if (unchanged) return c.body(null, 304)
  const bytes = kept ?? new Uint8Array(body ?? [])
  remember(name, bytes)
  return c.body(bytes, 200, { 'content-type': type })
}

/** Things named by their hash. Whose they are comes from the ticket alone. */
export const downloadRoutes = new Hono<HttpEnv>()
  .get('/policy/:hash', (c) => download(c, 'policies.download', 'application/json'))
  .get('/lists/:hash', (c) => download(c, 'lists.download', 'application/octet-stream'))
  .get('/model/:hash', (c) => download(c, 'models.download', 'application/octet-stream'))
  .get('/names/:hash', (c) => download(c, 'lists.download-names', 'text/plain'))
