import { insertEvents } from '../../db/insert-events.ts'
import type { Context } from '../context.ts'
import type { DeviceRecord } from './speaking.ts'

const worthNotingMs = 5 * 60_000
/** The epoch under which the school itself writes into a device's log; a device's own epochs are random ids. */
const ownEpoch = 'school'

/** Tells ICT when a device's clock is wrong, at most once a day. The device's own times are not relied on for anything. */
export async function noteSkew(ctx: Context, device: DeviceRecord, skewMs: number): Promise<void> {
  if (Math.abs(skewMs) < worthNotingMs) return
  const minutes = Math.round(Math.abs(skewMs) / 60_000)
  const detail = `The device's clock is ${minutes} minutes ${skewMs > 0 ? 'ahead' : 'behind'}.`
  const body = { kind: 'device.noticed', notice: { code: 'clock-skewed', detail } }
  const seq = Math.floor(ctx.now / 86_400_000)
  const batch = { deviceId: device.id, epoch: ownEpoch, receivedAt: ctx.now, skewMs, pupilId: device.pupilId }
  await insertEvents(ctx.execute, batch, [{ seq, at: ctx.now, kind: body.kind, body }])
}
