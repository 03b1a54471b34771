import { and, eq } from 'drizzle-orm'
import { ok } from '#shared/base/result.ts'
import { type BatchEvent, insertEvents } from '../../db/insert-events.ts'
import { deviceCursors } from '../../db/schema/device-cursor.ts'
import { devices } from '../../db/schema/device.ts'
import { lessonOfPupil } from '../lessons/find.ts'
import { publishCounts } from '../lessons/publish-counts.ts'
import type { QueuedEvent } from '../signatures.ts'
import type { UnitVerb } from '../verb.ts'
import { derive, type Source } from './derive.ts'
import { speakingDevice } from './speaking.ts'

const clockIsRightMs = 60_000
const touchEveryMs = 60_000

/** The events that follow on from `through` without a gap; those before it are there already. */
function following(events: readonly QueuedEvent[], through: number): QueuedEvent[] {
  const fresh: QueuedEvent[] = []
  for (const event of events) if (event.seq === through + fresh.length + 1) fresh.push(event)
  return fresh
}

/** When it happened by the school's clock: the device's word, corrected by how wrong its clock is now, never in the future. */
const schoolTime = (at: number, skewMs: number, now: number): number =>
  Math.min(now, Math.abs(skewMs) < clockIsRightMs ? at : at - skewMs)

/**
 * Keeps a device's events: the events themselves, what follows from them and the cursor, in one transaction. Duplicates change
 * nothing and are acknowledged again; after a gap the old cursor is the answer. An event that makes no sense to us is kept as it
 * came, so that it neither is lost nor holds up those behind it.
 */
export const keep: UnitVerb<'devices.keep'> = {
  async run(ctx, { epoch, skewMs, events }) {
    const speaking = await speakingDevice(ctx)
    if (!speaking.ok) return speaking
    const device = speaking.value
    const [cursor] = await ctx.db
      .select({ seq: deviceCursors.seq })
      .from(deviceCursors)
      .where(and(eq(deviceCursors.deviceId, device.id), eq(deviceCursors.epoch, epoch)))
    const through = cursor?.seq ?? 0
    const fresh = following(events, through)
    if (fresh.length === 0) return ok({ keptThrough: through })
    const keptThrough = through + fresh.length

    const stored = fresh.map((queued): BatchEvent => {
      const { seq } = queued
      if ('malformed' in queued) {
        return { seq, at: ctx.now, kind: 'malformed', body: { why: queued.why, raw: queued.malformed } }
      }
      const { at, body } = queued.event
      return { seq, at: schoolTime(at, skewMs, ctx.now), kind: body.kind, body }
    })
    const batch = { deviceId: device.id, epoch, receivedAt: ctx.now, skewMs, pupilId: device.pupilId }
    await insertEvents(ctx.execute, batch, stored)
    const lesson = device.pupilId === null ? null : await lessonOfPupil(ctx.db, device.pupilId, ctx.now)
    const source: Source = { device, lesson, at: (deviceAt) => schoolTime(deviceAt, skewMs, ctx.now) }
    for (const queued of fresh) if ('event' in queued) await derive(ctx, source, queued.event.body)
    if (lesson !== null && device.pupilId !== null) await publishCounts(ctx, lesson, [device.pupilId])

    await ctx.db
      .insert(deviceCursors)
      .values({ deviceId: device.id, epoch, seq: keptThrough })
      .onConflictDoUpdate({
        target: [deviceCursors.deviceId, deviceCursors.epoch],
        set: { seq: keptThrough },
      })
    if (ctx.now - (device.lastSeenAt ?? 0) >= touchEveryMs) {
      await ctx.db.update(devices).set({ lastSeenAt: ctx.now }).where(eq(devices.id, device.id))
    }
    return ok({ keptThrough })
  },
}
