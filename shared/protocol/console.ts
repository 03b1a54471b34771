import * as v from 'valibot'
import { EpochMs, Id, Text } from '../base/fields.ts'
import { Activity } from '../domain/activity.ts'
import { RefusalReason } from './version.ts'

/** The console's socket, opened with the session cookie. */
export const consoleSocketPath = '/console/live'

/** One pupil in a live lesson. */
export const Tile = v.strictObject({
  pupilId: Id,
  name: Text(120),
  /** False while no device of theirs is connected. */
  connected: v.boolean(),
  /** Null until the device has said anything in this lesson. */
  activity: v.nullable(Activity),
  locked: v.boolean(),
  openFlags: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The highest severity among the open flags this teacher may know of; 0 for none. */
  flagSeverity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  waitingRequests: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type Tile = v.InferOutput<typeof Tile>

/** Things whose change is told to the consoles of those who may know; the console fetches them again, through the one authorised path. */
export const ChangedNoun = v.picklist(['flag', 'report', 'request', 'lesson', 'command'])
export type ChangedNoun = v.InferOutput<typeof ChangedNoun>

export const ConsoleSent = v.variant('type', [
  v.strictObject({ type: v.literal('watch'), lessonId: Id }),
  v.strictObject({ type: v.literal('unwatch') }),
])
export type ConsoleSent = v.InferOutput<typeof ConsoleSent>

export const ServerSentToConsole = v.variant('type', [
  v.strictObject({ type: v.literal('ready'), serverTime: EpochMs }),
  /** All tiles of the watched lesson: at the start, and whenever deltas were dropped. */
  v.strictObject({ type: v.literal('tiles'), lessonId: Id, tiles: v.array(Tile) }),
  v.strictObject({ type: v.literal('tile'), lessonId: Id, tile: Tile }),
  v.strictObject({ type: v.literal('changed'), noun: ChangedNoun, id: Id }),
  v.strictObject({ type: v.literal('refused'), reason: v.union([RefusalReason, v.literal('not-allowed')]) }),
  /** The session ended: signed out elsewhere, expired or revoked. */
  v.strictObject({ type: v.literal('signed-out') }),
  v.strictObject({ type: v.literal('alive'), serverTime: EpochMs }),
])
export type ServerSentToConsole = v.InferOutput<typeof ServerSentToConsole>
