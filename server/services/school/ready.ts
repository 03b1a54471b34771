import { ok } from '#shared/base/result.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'

/** The school's database answers. */
export const ready: UnitVerb<'school.ready'> = {
  async run(ctx) {
    if (ctx.allow({ action: 'server.tick' }) === 'none')
      return refuse('not-allowed', 'Only the server does this.')
    await ctx.db.run('select 1')
    return ok({ name: ctx.school.name })
  },
}
