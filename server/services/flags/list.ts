import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { Text } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { FlagStatus } from '#shared/domain/flag.ts'
import { pupilRefs } from '../pupils/ref.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { flagRow } from './describe.ts'
import { type FoundFlag, findFlags } from './rows.ts'

const pageSize = 50
const cursorPattern = /^([1-4])\.(\d{1,15})\.([\w-]{1,64})$/

const cursorOf = (flag: FoundFlag): string => `${flag.severity}.${flag.receivedAt}.${flag.id}`

/** The queue of flags that this person may know of, gravest first, then oldest. Who looked at whose is written down. */
export const list: UnitVerb<'flags.list'> = {
  input: v.strictObject({ status: v.nullable(FlagStatus), cursor: v.nullable(Text(100)) }),
  async run(ctx, { status, cursor }) {
    if (ctx.allow({ action: 'flag.list' }) === 'none')
      return refuse('not-allowed', 'Flags are not part of your work.')
    const after = cursor === null ? null : cursorPattern.exec(cursor)
    if (cursor !== null && after === null)
      return refuse('invalid', 'cursor: expected what the last page ended with')
    const all = ctx.allow({ action: 'flag.read', severity: 4 }) === 'full'
    const mine = all ? sql`true` : sql`(f.taught or f.tutored or f.headed)`
    const wanted = status === null ? sql`true` : sql`f.status = ${status}`
    const [, severity, receivedAt, id] = after ?? []
    const later =
      after === null
        ? sql`true`
        : sql`(f.severity < ${Number(severity)} or (f.severity = ${Number(severity)}
            and (f.receivedAt, f.id) > (${Number(receivedAt)}, ${id})))`
    const found = await findFlags(ctx, sql`${mine} and ${wanted} and ${later}`, pageSize + 1)
    const page = found.slice(0, pageSize)
    const refs = await pupilRefs(
      ctx.db,
      page.map((flag) => flag.pupilId),
    )
    const flags = page.flatMap((flag) => {
      const access = ctx.allow({ action: 'flag.read', relations: flag.relations, severity: flag.severity })
      return access === 'none' ? [] : [flagRow(flag, access, refs.get(flag.pupilId ?? '') ?? null)]
    })
    const last = page.at(-1)
    if (flags.length > 0) {
      const detail = { flags: flags.map((flag) => flag.id) }
      await ctx.audit({ action: 'flags.list', subjectKind: 'flags', detail })
    }
    return ok({ flags, next: found.length > pageSize && last !== undefined ? cursorOf(last) : null })
  },
}
