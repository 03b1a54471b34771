import { readFile } from 'node:fs/promises'
import { ok } from '#shared/base/result.ts'
import { sizeOf } from '../../db/school-file.ts'
import { speakingDevice } from '../devices/speaking.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { currentLists } from './current.ts'
import { bundleFile, deltaFile } from './list-folder.ts'

/** The bytes of the school's list bundle, or of the delta that leads to it from one that the device holds. They are read outside the transaction. */
export const download: SlowVerb<'lists.download'> = {
  async runSlowly({ school, unit }, { hash, from, body }) {
    const allowed = await unit(async (ctx) => {
      const device = await speakingDevice(ctx)
      if (!device.ok) return device
      const { lists } = await currentLists(ctx.db)
      return lists?.hash === hash ? ok(lists) : refuse('not-found', 'These lists are not in force any more.')
    })
    if (!allowed.ok) return allowed
    const delta = from === null ? null : deltaFile(school.folder, from, hash)
    const file = delta !== null && (await sizeOf(delta)) !== null ? delta : bundleFile(school.folder, hash)
    return ok({ body: body ? new Uint8Array(await readFile(file)) : null })
  },
}
