import { and, eq, isNull } from 'drizzle-orm'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { devices } from '../../db/schema/device.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { deviceRows } from './rows.ts'

/** Shuts a lost or stolen device out at once. Its key is never taken again. */
export const revoke: UnitVerb<'devices.revoke'> = {
  input: v.strictObject({ deviceId: Id }),
  async run(ctx, { deviceId }) {
    if (ctx.allow({ action: 'device.revoke' }) === 'none')
      return refuse('not-allowed', 'Devices are for ICT staff.')
    const revoked = await ctx.db
      .update(devices)
      .set({ revokedAt: ctx.now })
      .where(and(eq(devices.id, deviceId), isNull(devices.revokedAt)))
      .returning({ id: devices.id })
    const [row] = await deviceRows(ctx.db, eq(devices.id, deviceId))
    if (row === undefined) return refuse('not-found', 'There is no such device.')
    if (revoked.length > 0) {
      await ctx.audit({
        action: 'device.revoke',
        subjectKind: 'device',
        subjectId: deviceId,
        pupilId: row.pupil?.id ?? null,
      })
      ctx.publish({ fact: 'device-revoked', deviceId })
    }
    return ok(row)
  },
}
