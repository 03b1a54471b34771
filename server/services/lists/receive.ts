import { ok } from '#shared/base/result.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { putListsInForce, storeBundle, tidyAfter } from './install.ts'

const notYours = () => refuse('not-allowed', 'The school’s lists are not yours to change.')

/** Takes a list bundle into use. Devices are told at once; one that they would refuse changes nothing. */
export const install: SlowVerb<'lists.install'> = {
  async runSlowly({ school, unit }, { bytes }) {
    const mayI = await unit(async (ctx) =>
      ctx.allow({ action: 'lists.install' }) === 'none' ? notYours() : ok(null),
    )
    if (!mayI.ok) return mayI
    const stored = await storeBundle(school.folder, bytes)
    if (!stored.ok) return refuse('invalid', stored.error)
    const installed = await unit(async (ctx) => {
      if (ctx.allow({ action: 'lists.install' }) === 'none') return notYours()
      await putListsInForce(ctx.db, stored.value, ctx.now)
      const { hash, version, bytes: size } = stored.value
      await ctx.audit({
        action: 'lists.install',
        subjectKind: 'lists',
        subjectId: hash,
        detail: { version, bytes: size },
      })
      ctx.publish({ fact: 'lists', lists: { hash, bytes: size }, listsKey: stored.value.signedBy })
      return ok({ hash, version, bytes: size })
    })
    if (installed.ok) await tidyAfter(school.folder, stored.value)
    return installed
  },
}
