import * as v from 'valibot'
import { Ed25519Hex, EpochMs, Id, Sha256Hex, Text } from '../base/fields.ts'
import { Activity } from '../domain/activity.ts'
import { Command } from '../domain/command.ts'
import { DeviceEvent } from '../domain/device-event.ts'
import { LessonOnDevice } from '../domain/lesson.ts'
import { DeviceUser } from '../domain/pupil.ts'
import { ReportReceipt } from '../domain/report.ts'
import { DeviceSignature } from './enrolment.ts'
import { RefusalReason } from './version.ts'

/** The socket's path. Device and server speak JSON text frames of at most `largestFrameBytes`. */
export const deviceSocketPath = '/device/live'
export const largestFrameBytes = 256 * 1024
/** Most events in one frame. */
export const largestBatch = 100

/**
 * A hash-named thing to fetch: `/device/policy/<hash>`, `/device/lists/<hash>`, or the names file that the lists' own facts name,
 * `/device/names/<hash>`, or a signed text model: `/device/model/<hash>`, with the ticket of the welcome as bearer. Lists may be
 * asked for with `?from=<hash of a full bundle>`: the answer is then a delta over that one, if the school has it, or the whole file.
 */
const Download = v.strictObject({ hash: Sha256Hex, bytes: v.pipe(v.number(), v.integer(), v.minValue(1)) })
export type Download = v.InferOutput<typeof Download>

const seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))

/** Frames from a device. `hello` answers the server's `challenge` and must come first. */
export const DeviceSent = v.variant('type', [
  v.strictObject({
    type: v.literal('hello'),
    protocol: v.pipe(v.number(), v.integer()),
    schoolId: Id,
    deviceId: Id,
    signature: DeviceSignature,
    /** The outbox's random id and the last sequence it knows to be kept. */
    epoch: Id,
    keptThrough: seq,
    agentVersion: Text(40),
    policyHash: v.nullable(Sha256Hex),
    listsHash: v.nullable(Sha256Hex),
    /** The time this device dates its events by: its own clock, corrected by what the school last said. */
    deviceTime: EpochMs,
  }),
  v.strictObject({
    type: v.literal('events'),
    epoch: Id,
    events: v.pipe(v.array(DeviceEvent), v.minLength(1), v.maxLength(largestBatch)),
  }),
  /** Only while the server has said that a lesson watches. */
  v.strictObject({ type: v.literal('activity'), activity: Activity }),
  v.strictObject({ type: v.literal('alive') }),
])
export type DeviceSent = v.InferOutput<typeof DeviceSent>

/** Frames to a device. */
export const ServerSentToDevice = v.variant('type', [
  v.strictObject({
    type: v.literal('challenge'),
    nonce: Text(100),
    protocol: v.pipe(v.number(), v.integer()),
  }),
  v.strictObject({
    type: v.literal('welcome'),
    serverTime: EpochMs,
    /** Bearer for downloads; good for `ticketMs`. */
    ticket: Text(500),
    ticketMs: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** The last sequence of this epoch that is durable: the device sends on from the next one. */
    keptThrough: seq,
    user: DeviceUser,
    policy: Download,
    lists: v.nullable(Download),
    /** Who signs the school's lists; a device keeps the first one it is told. */
    listsKey: v.nullable(Ed25519Hex),
    lesson: v.nullable(LessonOnDevice),
    /** Commands of the lesson that are still in force, oldest first; a device skips those it has obeyed. */
    commands: v.pipe(v.array(Command), v.maxLength(200)),
    receipts: v.pipe(v.array(ReportReceipt), v.maxLength(100)),
  }),
  v.strictObject({ type: v.literal('refused'), reason: RefusalReason, retryAfterMs: v.nullable(seq) }),
  /** Everything of `epoch` up to and including `through` is on disk at the school. */
  v.strictObject({ type: v.literal('kept'), epoch: Id, through: seq }),
  v.strictObject({ type: v.literal('lesson'), lesson: v.nullable(LessonOnDevice) }),
  v.strictObject({ type: v.literal('command'), command: Command }),
  v.strictObject({ type: v.literal('receipt'), receipt: ReportReceipt }),
  v.strictObject({ type: v.literal('policy'), policy: Download }),
  v.strictObject({ type: v.literal('lists'), lists: Download, listsKey: Ed25519Hex }),
  /**
   * The school's own text model, signed with the key of its lists; null while the packaged one counts. It follows each welcome instead of
   * standing in it: a device that does not know of models passes it over.
   */
  v.strictObject({
    type: v.literal('model'),
    model: v.nullable(Download),
    listsKey: v.nullable(Ed25519Hex),
  }),
  v.strictObject({ type: v.literal('user'), user: DeviceUser }),
  /** Every 20 s: a message, not a protocol ping, since only messages keep a service worker awake. */
  v.strictObject({ type: v.literal('alive'), serverTime: EpochMs }),
])
export type ServerSentToDevice = v.InferOutput<typeof ServerSentToDevice>

/** How often the server says `alive`; a device that hears nothing for three times as long reconnects. */
export const aliveEveryMs = 20_000
