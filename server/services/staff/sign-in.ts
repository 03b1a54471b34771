import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Text } from '#shared/base/fields.ts'
import { staff } from '../../db/schema/staff.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { createAttempts } from './attempts.ts'
import { openSession } from './open-session.ts'
import { passwordFits } from './password.ts'

const attempts = createAttempts()

/** Signs somebody in by e-mail and password. Wrong name and wrong password look and cost alike. */
export const signIn: SlowVerb<'staff.sign-in'> = {
  input: v.strictObject({ email: Text(200), password: Text(200) }),
  async runSlowly({ school, now, read, unit }, { email, password }) {
    const address = email.trim().toLowerCase()
    const account = `${school.id}/${address}`
    const waitMs = attempts.waitMs(account, now)
    if (waitMs > 0) {
      const minutes = Math.ceil(waitMs / 60_000)
      const { error } = refuse(
        'too-many',
        `Too many tries. Please wait ${minutes} minutes, or ask ICT for a sign-in link.`,
      )
      return { ok: false, error: { ...error, retryAfterMs: waitMs } }
    }
    attempts.begin(account, now)
    const [person] = await read((db) => db.select().from(staff).where(eq(staff.email, address)))
    const fits = await passwordFits(person?.active === true ? person.passwordHash : null, password)
    if (!fits || person === undefined)
      return refuse('not-signed-in', 'That e-mail address and password do not match.')
    attempts.succeed(account)
    return unit((ctx) => openSession(ctx, person.id, 'password'))
  },
}
