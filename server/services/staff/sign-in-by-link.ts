import { and, eq, gt, isNull } from 'drizzle-orm'
import * as v from 'valibot'
import { Text } from '#shared/base/fields.ts'
import { signInLinks } from '../../db/schema/sign-in-link.ts'
import { refuse } from '../service-error.ts'
import type { SlowVerb } from '../verb.ts'
import { openSession } from './open-session.ts'
import { secretHash } from './secret.ts'

/** Signs somebody in by a link that works once. */
export const signInByLink: SlowVerb<'staff.sign-in-by-link'> = {
  input: v.strictObject({ token: Text(200) }),
  runSlowly: ({ unit }, { token }) =>
    unit(async (ctx) => {
      const [used] = await ctx.db
        .update(signInLinks)
        .set({ usedAt: ctx.now })
        .where(
          and(
            eq(signInLinks.tokenHash, secretHash(token)),
            isNull(signInLinks.usedAt),
            gt(signInLinks.expiresAt, ctx.now),
          ),
        )
        .returning({ staffId: signInLinks.staffId })
      if (used === undefined) {
        return refuse(
          'not-signed-in',
          'This sign-in link has been used or is too old. Please ask for a new one.',
        )
      }
      return openSession(ctx, used.staffId, 'link')
    }),
}
