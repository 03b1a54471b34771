import { ok } from '#shared/base/result.ts'
import type { Me } from '#shared/protocol/console-api.ts'
import type { StaffActor } from '../actor.ts'
import { allow } from '../allow.ts'
import type { School } from '../context.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'

/** Who is signed in, and the rooms their roles open. */
export function describeMe(actor: StaffActor, school: School): Me {
  const rooms = [
    ['lesson', 'class.list'],
    ['flags', 'flag.list'],
    ['devices', 'device.read'],
    ['reports', 'report.list'],
    ['why', 'why.ask'],
  ] as const
  return {
    staffId: actor.staffId,
    name: actor.name,
    schoolId: school.id,
    schoolName: school.name,
    roles: actor.roles,
    rooms: rooms.filter(([, action]) => allow(actor, { action }) !== 'none').map(([room]) => room),
    sessionEndsAt: actor.sessionEndsAt,
  }
}

export const me: UnitVerb<'staff.me'> = {
  async run(ctx) {
    if (ctx.allow({ action: 'session.use' }) === 'none' || ctx.actor.kind !== 'staff') {
      return refuse('not-allowed', 'Your account has no role at this school yet.')
    }
    return ok(describeMe(ctx.actor, ctx.school))
  },
}
