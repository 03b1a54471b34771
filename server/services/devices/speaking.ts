import { eq } from 'drizzle-orm'
import { ok } from '#shared/base/result.ts'
import { devices } from '../../db/schema/device.ts'
import type { Context } from '../context.ts'
import { refuse } from '../service-error.ts'
import type { Outcome } from '../verb.ts'

export type DeviceRecord = typeof devices.$inferSelect

/** The device that asks, unless it is unknown or revoked. Every verb of a device begins with it. */
export async function speakingDevice(ctx: Context): Promise<Outcome<DeviceRecord>> {
  const verdict = ctx.allow({ action: 'device.speak' })
  const id = ctx.actor.kind === 'device' ? ctx.actor.deviceId : ''
  const [device] = await ctx.db.select().from(devices).where(eq(devices.id, id))
  if (verdict === 'none' || device === undefined || device.revokedAt !== null) {
    return refuse('not-allowed', 'This device does not belong to the school.')
  }
  return ok(device)
}
