import { ok } from '#shared/base/result.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { putModelInForce, storeModel } from './install.ts'
import { tidyModels } from './model-folder.ts'

const notYours = () => refuse('not-allowed', 'The school’s text model is not yours to change.')

/** Takes a text model into use. Devices are told at once; one that they would refuse changes nothing. */
export const install: SlowVerb<'models.install'> = {
  async runSlowly({ school, unit }, { bytes }) {
    const mayI = await unit(async (ctx) =>
      ctx.allow({ action: 'model.install' }) === 'none' ? notYours() : ok(null),
    )
    if (!mayI.ok) return mayI
    const stored = await storeModel(school.folder, bytes)
    if (!stored.ok) return refuse('invalid', stored.error)
    const { hash, bytes: size, name, signedBy } = stored.value
    const installed = await unit(async (ctx) => {
      if (ctx.allow({ action: 'model.install' }) === 'none') return notYours()
      await putModelInForce(ctx.db, stored.value, ctx.now)
      const detail = { name, bytes: size }
      await ctx.audit({ action: 'models.install', subjectKind: 'model', subjectId: hash, detail })
      ctx.publish({ fact: 'model', model: { hash, bytes: size }, listsKey: signedBy })
      return ok({ hash, name, bytes: size })
    })
    if (installed.ok) await tidyModels(school.folder, hash)
    return installed
  },
}
