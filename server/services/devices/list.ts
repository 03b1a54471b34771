import { ok } from '#shared/base/result.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { deviceRows } from './rows.ts'

/** All devices of the school, for ICT. */
export const list: UnitVerb<'devices.list'> = {
  async run(ctx) {
    if (ctx.allow({ action: 'device.read' }) === 'none')
      return refuse('not-allowed', 'Devices are for ICT staff.')
    await ctx.audit({ action: 'devices.list', subjectKind: 'devices' })
    return ok(await deviceRows(ctx.db))
  },
}
