import * as v from 'valibot'
import { EpochMs, Id, Text } from '../base/fields.ts'
import { Action, CategoryId } from './category.ts'
import { CommandOutcome } from './command.ts'
import { Reason } from './decision.ts'
import { RaisedFlag } from './flag.ts'
import { FiledReport } from './report.ts'
import { MadeRequest } from './request.ts'

/** One line of the accountability log: a page that was blocked or paused. The host only, never a path or title. */
export const BlockedPage = v.strictObject({
  host: Text(253),
  category: v.nullable(CategoryId),
  action: Action,
  reason: Reason,
})

/** Something ICT should know about a device. Never holds browsing. */
export const DeviceNotice = v.strictObject({
  code: v.picklist([
    'clock-skewed',
    'lists-refused',
    'model-refused',
    'policy-refused',
    'storage-recovered',
    'outbox-full',
  ]),
  detail: Text(200),
})
export type DeviceNotice = v.InferOutput<typeof DeviceNotice>

/** What a device tells the school, durable on the device until the school has it on disk. */
export const DeviceEventBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('flag.raised'), flag: RaisedFlag }),
  v.strictObject({ kind: v.literal('report.filed'), report: FiledReport }),
  v.strictObject({ kind: v.literal('request.made'), request: MadeRequest }),
  v.strictObject({ kind: v.literal('page.blocked'), page: BlockedPage }),
  v.strictObject({ kind: v.literal('command.obeyed'), commandId: Id, outcome: CommandOutcome }),
  v.strictObject({ kind: v.literal('device.noticed'), notice: DeviceNotice }),
])
export type DeviceEventBody = v.InferOutput<typeof DeviceEventBody>

/**
 * An event with its place in the device's order. Unique by (device, epoch, seq): the epoch is a random id made with the outbox,
 * the sequence starts at 1 and has no gaps within an epoch.
 */
export const DeviceEvent = v.strictObject({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  at: EpochMs,
  body: DeviceEventBody,
})
export type DeviceEvent = v.InferOutput<typeof DeviceEvent>
