import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { DevicePublicKey } from '#shared/protocol/enrolment.ts'
import { devices } from '../../db/schema/device.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'

/** The key of a device, for the gateway to check its proof with. */
export const known: UnitVerb<'devices.known'> = {
  input: v.strictObject({ deviceId: Id }),
  async run(ctx, { deviceId }) {
    if (ctx.allow({ action: 'server.tick' }) === 'none')
      return refuse('not-allowed', 'Only the server does this.')
    const [device] = await ctx.db.select().from(devices).where(eq(devices.id, deviceId))
    if (device === undefined) return refuse('not-found', 'There is no such device.')
    return ok({ publicKey: v.parse(DevicePublicKey, device.publicKey), revoked: device.revokedAt !== null })
  },
}
