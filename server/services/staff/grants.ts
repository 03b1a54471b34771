import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { EpochMs, Id } from '#shared/base/fields.ts'
import { grants } from '../../db/schema/grant.ts'
import type { Reader } from '../../db/transaction.ts'

/** What makes a grant count now. */
export const inForce = (now: EpochMs) =>
  and(lte(grants.startsAt, now), or(isNull(grants.endsAt), gt(grants.endsAt, now)))

/** The grants a person holds now. */
export const grantsOf = (db: Reader, staffId: Id, now: EpochMs) =>
  db
    .select({ role: grants.role, scopeKind: grants.scopeKind, scopeId: grants.scopeId })
    .from(grants)
    .where(and(eq(grants.staffId, staffId), inForce(now)))
