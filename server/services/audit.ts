import { createHash } from 'node:crypto'
import { asc, desc } from 'drizzle-orm'
import { canonicalJson, type Json } from '#shared/base/canonical-json.ts'
import type { Id } from '#shared/base/fields.ts'
import { audit } from '../db/schema/audit.ts'
import type { Db, Reader } from '../db/transaction.ts'
import type { Actor } from './actor.ts'

export interface AuditEntry {
  readonly action: string
  readonly subjectKind: string
  readonly subjectId?: Id | null
  readonly pupilId?: Id | null
  readonly detail?: Json
}

const firstHash = '0'.repeat(64)

const hashOf = (prevHash: string, row: Json): string =>
  createHash('sha256')
    .update(`${prevHash}\n${canonicalJson(row)}`)
    .digest('hex')

/** Appends one row to the school's audit, chained to the one before it. Runs in the unit of work that it is about. */
export async function appendAudit(db: Db, at: number, actor: Actor, entry: AuditEntry): Promise<void> {
  const [last] = await db.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.id)).limit(1)
  const prevHash = last?.hash ?? firstHash
  const row = {
    at,
    staffId: actor.kind === 'staff' ? actor.staffId : null,
    actor: actor.kind === 'device' ? `device ${actor.deviceId}` : actor.kind,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId ?? null,
    pupilId: entry.pupilId ?? null,
    detail: entry.detail ?? null,
  }
  await db.insert(audit).values({ ...row, prevHash, hash: hashOf(prevHash, row) })
}

/** The id of the first audit row that does not follow from the one before it, or null when the chain holds. */
export async function firstBrokenAuditRow(db: Reader): Promise<number | null> {
  let prevHash = firstHash
  for (const { id, hash, prevHash: claimed, ...row } of await db
    .select()
    .from(audit)
    .orderBy(asc(audit.id))) {
    if (claimed !== prevHash || hash !== hashOf(prevHash, row as Json)) return id
    prevHash = hash
  }
  return null
}
