import type { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import type { Access, Action } from '../allow.ts'
import type { Context } from '../context.ts'
import { refuse } from '../service-error.ts'
import type { Outcome } from '../verb.ts'
import { type FoundFlag, findFlag } from './rows.ts'

/** The flag and how much of it this person may read, when they may do `action` with it. One they may not know of is not there. */
export async function reachFlag(
  ctx: Context,
  flagId: Id,
  action: Action,
): Promise<Outcome<{ flag: FoundFlag; access: Access }>> {
  const flag = await findFlag(ctx, flagId)
  const asked = flag === null ? {} : { relations: flag.relations, severity: flag.severity }
  const access = ctx.allow({ action: 'flag.read', ...asked })
  if (flag === null || access === 'none') return refuse('not-found', 'There is no such flag for you to see.')
  if (ctx.allow({ action, ...asked }) === 'none') {
    return refuse('not-allowed', 'The safeguarding team deals with this flag.')
  }
  return ok({ flag, access })
}
