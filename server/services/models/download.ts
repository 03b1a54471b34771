import { readFile } from 'node:fs/promises'
import { ok } from '#shared/base/result.ts'
import { speakingDevice } from '../devices/speaking.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { currentModel } from './current.ts'
import { modelFile } from './model-folder.ts'

/** The bytes of the school's text model. They are read outside the transaction. */
export const download: SlowVerb<'models.download'> = {
  async runSlowly({ school, unit }, { hash, body }) {
    const allowed = await unit(async (ctx) => {
      const device = await speakingDevice(ctx)
      if (!device.ok) return device
      const own = await currentModel(ctx.db)
      return own?.model.hash === hash ? ok(null) : refuse('not-found', 'This model is not in force any more.')
    })
    if (!allowed.ok) return allowed
    return ok({ body: body ? new Uint8Array(await readFile(modelFile(school.folder, hash))) : null })
  },
}
