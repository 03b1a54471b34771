import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import { type Band } from '#shared/domain/audience.ts'
import { Policy } from '#shared/domain/policy.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import type { Download } from '#shared/protocol/device.ts'
import { policyVersions } from '../../db/schema/policy-version.ts'
import type { Reader } from '../../db/transaction.ts'

interface CurrentPolicy {
  readonly version: number
  readonly hash: string
  readonly policy: Policy
}

interface Compiled {
  readonly download: Download
  readonly body: Uint8Array<ArrayBuffer>
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The hash that names a policy as the school wrote it. */
export const policyHash = (policy: Policy, version: number): string =>
  sha256(canonicalJson({ version, policy }))

const parsed = new Map<string, Policy>()
const compiled = new Map<string, Compiled>()

/** The policy in force. A school always has one: it is written with the school. */
export async function currentPolicy(db: Reader): Promise<CurrentPolicy> {
  const [row] = await db.select().from(policyVersions).where(eq(policyVersions.current, true))
  if (row === undefined) throw new Error('the school has no policy')
  const policy = parsed.get(row.hash) ?? v.parse(Policy, row.document)
  if (parsed.size > 100) parsed.clear()
  parsed.set(row.hash, policy)
  return { version: row.version, hash: row.hash, policy }
}

/** The small document a device of this band goes by. Equal policies have equal bytes, and so equal names. */
export function compiledFor({ hash, policy, version }: CurrentPolicy, band: Band): Compiled {
  const key = `${hash} ${band}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const body = new TextEncoder().encode(canonicalJson(compilePolicy(policy, band, version)))
  const made = { download: { hash: sha256(body), bytes: body.byteLength }, body }
  if (compiled.size > 700) compiled.clear()
  compiled.set(key, made)
  return made
}
