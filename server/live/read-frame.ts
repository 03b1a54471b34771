import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { DeviceEvent } from '#shared/domain/device-event.ts'
import { DeviceSent, largestBatch } from '#shared/protocol/device.ts'
import type { QueuedEvent } from '../services/signatures.ts'

/** A frame of events in which each event is looked at by itself. */
export interface EventsFrame {
  readonly type: 'queued'
  readonly epoch: Id
  readonly events: readonly QueuedEvent[]
}

export type DeviceFrame = Exclude<DeviceSent, { type: 'events' }> | EventsFrame

const Batch = v.strictObject({
  type: v.literal('events'),
  epoch: Id,
  events: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(largestBatch)),
})
const Numbered = v.looseObject({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
})

/** What is kept of an event that makes no sense to us. */
const mostRaw = 4000

function readEvent(value: unknown): QueuedEvent | null {
  const event = parse(DeviceEvent, value)
  if (event.ok) return { seq: event.value.seq, event: event.value }
  const numbered = parse(Numbered, value)
  if (!numbered.ok) return null
  return { seq: numbered.value.seq, malformed: JSON.stringify(value).slice(0, mostRaw), why: event.error }
}

/** Reads a device's text frame. One senseless event does not spoil its batch, so that a device's queue never sticks. */
export function readDeviceFrame(text: string): Result<DeviceFrame> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('not JSON')
  }
  const batch = parse(Batch, value)
  if (!batch.ok) {
    const frame = parse(DeviceSent, value)
    if (!frame.ok || frame.value.type === 'events') return err(frame.ok ? batch.error : frame.error)
    return ok(frame.value)
  }
  const events = batch.value.events.map(readEvent)
  const sound = events.filter((event) => event !== null)
  if (sound.length < events.length) return err('events: expected a sequence number on each')
  return ok({ type: 'queued', epoch: batch.value.epoch, events: sound })
}
