import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { EnrolRequest, enrolmentText } from '#shared/protocol/enrolment.ts'
import { protocolVersion } from '#shared/protocol/version.ts'
import { deviceAssignments } from '../../db/schema/device-assignment.ts'
import { devices } from '../../db/schema/device.ts'
import { enrolTokens } from '../../db/schema/enrol-token.ts'
import { pupils } from '../../db/schema/pupil.ts'
import type { Context } from '../context.ts'
import { refuse } from '../service-error.ts'
import { secretHash } from '../staff/secret.ts'
import type { UnitVerb } from '../verb.ts'
import { proves, thumbprint } from './proof.ts'

/** A device whose clock is wrong by less than this still enrols: its clock proves nothing. */
const toleratedSkewMs = 14 * 86_400_000

async function tokenOpens(ctx: Context, token: string, sentAt: number): Promise<boolean> {
  const [row] = await ctx.db
    .select()
    .from(enrolTokens)
    .where(eq(enrolTokens.tokenHash, secretHash(token)))
  if (row === undefined || row.revokedAt !== null) return false
  const endsAt = row.expiresAt ?? Number.MAX_SAFE_INTEGER
  return ctx.now < endsAt && sentAt > row.createdAt - toleratedSkewMs && sentAt < endsAt + toleratedSkewMs
}

async function findPupil(ctx: Context, identity: string | null): Promise<{ id: Id; name: string } | null> {
  if (identity === null) return null
  const [pupil] = await ctx.db
    .select({ id: pupils.id, name: pupils.name })
    .from(pupils)
    .where(and(eq(pupils.email, identity.trim().toLowerCase()), isNull(pupils.leftAt)))
  return pupil ?? null
}

/** Writes down who has a device from now on; a device that the same pupil has already stays as it is. */
async function assign(ctx: Context, deviceId: Id, before: Id | null, pupilId: Id | null): Promise<void> {
  if (before === pupilId) return
  await ctx.db
    .update(deviceAssignments)
    .set({ toAt: ctx.now })
    .where(and(eq(deviceAssignments.deviceId, deviceId), isNull(deviceAssignments.toAt)))
  if (pupilId !== null) await ctx.db.insert(deviceAssignments).values({ deviceId, pupilId, fromAt: ctx.now })
  await ctx.db.update(devices).set({ pupilId }).where(eq(devices.id, deviceId))
}

/** Why this enrolment is refused, or null when its proof and its token are good. */
async function objection(ctx: Context, request: EnrolRequest): Promise<ReturnType<typeof refuse> | null> {
  if (request.protocol !== protocolVersion) {
    return refuse('invalid', 'This extension and this server do not fit together.')
  }
  const proof = proves(request.publicKey, enrolmentText(request), request.signature)
  if (request.schoolId !== ctx.school.id || !proof) {
    return refuse('not-allowed', 'The device could not prove its key.')
  }
  if (await tokenOpens(ctx, request.enrolmentToken, request.sentAt)) return null
  return refuse('not-allowed', 'The enrolment token is not good, or not any more.')
}

async function addDevice(ctx: Context, request: EnrolRequest, owner: string | null): Promise<Id> {
  const id = ctx.newId()
  await ctx.db.insert(devices).values({
    id,
    publicKey: request.publicKey,
    keyThumbprint: thumbprint(request.publicKey),
    enrolledAt: ctx.now,
    label: owner === null ? `Shared device ${id.slice(0, 6)}` : `${owner}’s device`,
    platform: request.platform,
  })
  return id
}

/** A device joins the school by its key. The same key again is the same device; a revoked one stays out. */
export const enrol: UnitVerb<'devices.enrol'> = {
  input: EnrolRequest,
  async run(ctx, request) {
    // Joining is open to whoever holds a token and a key: the proof is the decision.
    ctx.allow({ action: 'device.speak' })
    const refused = await objection(ctx, request)
    if (refused !== null) return refused
    const pupil = await findPupil(ctx, request.pupilIdentity)
    const mine = eq(devices.keyThumbprint, thumbprint(request.publicKey))
    const [known] = await ctx.db.select().from(devices).where(mine)
    if (known !== undefined && known.revokedAt !== null) {
      return refuse('not-allowed', 'This device has been revoked.')
    }
    const id = known?.id ?? (await addDevice(ctx, request, pupil?.name ?? null))
    const pupilId = pupil?.id ?? null
    if (known === undefined) {
      await ctx.audit({ action: 'device.enrol', subjectKind: 'device', subjectId: id, pupilId })
    }
    if (pupilId !== null || known === undefined) await assign(ctx, id, known?.pupilId ?? null, pupilId)
    return ok({ deviceId: id, serverTime: ctx.now })
  },
}
