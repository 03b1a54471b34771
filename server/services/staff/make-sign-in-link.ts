import type { EpochMs, Id } from '#shared/base/fields.ts'
import { signInLinks } from '../../db/schema/sign-in-link.ts'
import type { Db } from '../../db/transaction.ts'
import { newSecret, secretHash } from './secret.ts'

/** Makes a link's secret for one person, good once and until `lifeMs` from now. Only its hash is kept. */
export async function makeSignInLink(db: Db, staffId: Id, now: EpochMs, lifeMs: number): Promise<string> {
  const token = newSecret()
  await db
    .insert(signInLinks)
    .values({ tokenHash: secretHash(token), staffId, createdAt: now, expiresAt: now + lifeMs })
  return token
}

/** Where the console takes a link. The secret stands behind `#`, which no browser sends and no log keeps. */
export const signInAddress = (origin: string, schoolId: Id, token: string): string =>
  `${origin}/sign-in#school=${schoolId}&link=${token}`
