import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { err, ok, type Result } from '#shared/base/result.ts'
import { readNames } from '#shared/classify/url/names-file.ts'
import { sizeOf } from '../../db/school-file.ts'
import { speakingDevice } from '../devices/speaking.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { currentNames } from './current.ts'
import { namesFile, writeWhole } from './list-folder.ts'

/**
 * Stores a names file in the school's folder: only the one that a bundle names, and only when devices can read it.
 * @param wanted the hash that the bundle names, null when it names none
 */
export async function storeNames(
  schoolFolder: string,
  bytes: Uint8Array<ArrayBuffer>,
  wanted: string | null,
): Promise<Result<{ hash: string; hosts: number }>> {
  if (wanted === null) return err('the lists in force have no names file')
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== wanted) return err('these names belong to another list bundle')
  const names = readNames(bytes)
  if (!names.ok) return names
  await writeWhole(namesFile(schoolFolder, hash), bytes)
  return ok({ hash, hosts: names.value.hosts.length })
}

/** Takes the names file of the bundle in force. Devices that want it ask for it until it is there. */
export const installNames: SlowVerb<'lists.install-names'> = {
  async runSlowly({ school, unit }, { bytes }) {
    const wanted = await unit(async (ctx) =>
      ctx.allow({ action: 'lists.install' }) === 'none'
        ? refuse('not-allowed', 'The school’s lists are not yours to change.')
        : ok(await currentNames(ctx.db)),
    )
    if (!wanted.ok) return wanted
    const stored = await storeNames(school.folder, bytes, wanted.value)
    if (!stored.ok) return refuse('invalid', stored.error)
    return unit(async (ctx) => {
      if (ctx.allow({ action: 'lists.install' }) === 'none')
        return refuse('not-allowed', 'The school’s lists are not yours to change.')
      const { hash, hosts } = stored.value
      await ctx.audit({ action: 'lists.install', subjectKind: 'names', subjectId: hash, detail: { hosts } })
      return ok(stored.value)
    })
  },
}

/** The names file that belongs to the bundle in force, for any device of the school. */
export const downloadNames: SlowVerb<'lists.download-names'> = {
  async runSlowly({ school, unit }, { hash, body }) {
    const allowed = await unit(async (ctx) => {
      const device = await speakingDevice(ctx)
      if (!device.ok) return device
      const isCurrent = (await currentNames(ctx.db)) === hash
      return isCurrent ? ok(hash) : refuse('not-found', 'These names are not in force any more.')
    })
    if (!allowed.ok) return allowed
    const file = namesFile(school.folder, hash)
    if ((await sizeOf(file)) === null) return refuse('not-found', 'These names are not here yet.')
    return ok({ body: body ? new Uint8Array(await readFile(file)) : null })
  },
}
