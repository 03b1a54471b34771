import { type SQL, desc, eq } from 'drizzle-orm'
import { type CategoryId, traitsOf } from '#shared/domain/category.ts'
import type { Policy } from '#shared/domain/policy.ts'
import type { RequestRow } from '#shared/protocol/console-api.ts'
import { requests } from '../../db/schema/request.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Reader } from '../../db/transaction.ts'
import { currentPolicy } from '../policies/current.ts'
import { pupilRefs } from '../pupils/ref.ts'

/** Whether a teacher may open a site of this category in a lesson. */
export const mayGrant = (category: CategoryId | null, policy: Policy): boolean =>
  category === null || (traitsOf(category).locked !== true && !policy.neverOpened.includes(category))

/** Requests as the teacher sees them, newest first. */
export async function requestRows(db: Reader, where: SQL | undefined): Promise<RequestRow[]> {
  const rows = await db
    .select({ request: requests, decidedBy: staff.name })
    .from(requests)
    .leftJoin(staff, eq(staff.id, requests.decidedBy))
    .where(where)
    .orderBy(desc(requests.receivedAt))
    .limit(200)
  const refs = await pupilRefs(
    db,
    rows.map(({ request }) => request.pupilId),
  )
  const { policy } = await currentPolicy(db)
  return rows.flatMap(({ request, decidedBy }) => {
    const pupil = refs.get(request.pupilId ?? '')
    if (pupil === undefined) return []
    const { id, at, host, url, category, words, status, decidedAt } = request
    return [
      {
        id,
        pupil,
        at,
        host,
        url,
        category,
        words,
        status: status === 'expired' ? 'refused' : status,
        decidedBy,
        decidedAt,
        mayGrant: mayGrant(category, policy),
      },
    ]
  })
}
