import { readFile } from 'node:fs/promises'
import { ok } from '#shared/base/result.ts'
import { speakingDevice } from '../devices/speaking.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { bundleFile, currentLists } from './current.ts'

/** The bytes of the school's list bundle. They are read outside the transaction. */
export const download: SlowVerb<'lists.download'> = {
  async runSlowly({ school, unit }, { hash, body }) {
    const allowed = await unit(async (ctx) => {
      const device = await speakingDevice(ctx)
      if (!device.ok) return device
      const current = await currentLists(ctx.db)
      return current?.hash === hash
        ? ok(current)
        : refuse('not-found', 'These lists are not in force any more.')
    })
    if (!allowed.ok) return allowed
    return ok({ body: body ? new Uint8Array(await readFile(bundleFile(school.folder, hash))) : null })
  },
}
