import { desc, eq } from 'drizzle-orm'
import type { Id } from '#shared/base/fields.ts'
import { Band } from '#shared/domain/audience.ts'
import type { Policy } from '#shared/domain/policy.ts'
import type { Download } from '#shared/protocol/device.ts'
import { policyVersions } from '../../db/schema/policy-version.ts'
import type { Db } from '../../db/transaction.ts'
import { compiledFor, policyHash } from './current.ts'

/** Makes `policy` the one in force and answers what each band's devices have to fetch. */
export async function publishPolicy(
  db: Db,
  policy: Policy,
  publishedBy: Id | null,
  now: number,
): Promise<{ band: Band; policy: Download }[]> {
  const [last] = await db
    .select({ version: policyVersions.version })
    .from(policyVersions)
    .orderBy(desc(policyVersions.version))
    .limit(1)
  const version = (last?.version ?? 0) + 1
  const hash = policyHash(policy, version)
  await db.update(policyVersions).set({ current: false }).where(eq(policyVersions.current, true))
  await db
    .insert(policyVersions)
    .values({ version, hash, document: policy, publishedBy, publishedAt: now, current: true })
  return Band.options.map((band) => ({ band, policy: compiledFor({ version, hash, policy }, band).download }))
}
