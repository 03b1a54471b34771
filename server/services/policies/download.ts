import { ok } from '#shared/base/result.ts'
import { Band } from '#shared/domain/audience.ts'
import { speakingDevice } from '../devices/speaking.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { compiledFor, currentPolicy } from './current.ts'

/** The compiled policy that this hash names, for any device of the school. */
export const download: UnitVerb<'policies.download'> = {
  async run(ctx, { hash, body }) {
    const device = await speakingDevice(ctx)
    if (!device.ok) return device
    const policy = await currentPolicy(ctx.db)
    const found = Band.options
      .map((band) => compiledFor(policy, band))
      .find((each) => each.download.hash === hash)
    if (found === undefined) return refuse('not-found', 'This policy is not in force any more.')
    return ok({ body: body ? found.body : null })
  },
}
