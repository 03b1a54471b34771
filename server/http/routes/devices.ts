import { type Context, Hono } from 'hono'
import type { DeviceRow } from '#shared/protocol/console-api.ts'
import { ask, sessionOf } from '../ask.ts'
import type { HttpEnv } from '../context.ts'
import { idOf } from '../id-of.ts'

const withPresence = (c: Context<HttpEnv>, schoolId: string, row: DeviceRow): DeviceRow => ({
  ...row,
  connected: c.get('deps').hub.isConnected(schoolId, row.id),
})

export const deviceRoutes = new Hono<HttpEnv>()
  .get('/devices', async (c) => {
    const { schoolId } = sessionOf(c)
    const rows = await ask(c, 'devices.list', null)
    return c.json(rows.map((row) => withPresence(c, schoolId, row)))
  })
  .post('/devices/:id/revoke', async (c) => {
    const { schoolId } = sessionOf(c)
    return c.json(withPresence(c, schoolId, await ask(c, 'devices.revoke', { deviceId: idOf(c) })))
  })
