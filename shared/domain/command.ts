import * as v from 'valibot'
import { EpochMs, Id, PageUrl, Words } from '../base/fields.ts'

/** What a teacher tells devices to do. Every command expires; a lock is an input to the decision, not a second path. */
export const CommandBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('lock'), message: v.nullable(Words(200)) }),
  v.strictObject({ kind: v.literal('unlock') }),
  v.strictObject({ kind: v.literal('open'), url: v.pipe(PageUrl, v.regex(/^https?:\/\//i)) }),
  v.strictObject({ kind: v.literal('grant'), site: Words(300), requestId: v.nullable(Id) }),
  v.strictObject({
    kind: v.literal('refuse'),
    site: Words(300),
    requestId: Id,
    reply: v.nullable(Words(300)),
  }),
  v.strictObject({ kind: v.literal('message'), text: Words(500) }),
])
export type CommandBody = v.InferOutput<typeof CommandBody>
export type CommandKind = CommandBody['kind']

/** A command on its way to one device. */
export const Command = v.strictObject({
  id: Id,
  lessonId: Id,
  givenAt: EpochMs,
  expiresAt: EpochMs,
  /** The teacher's name as pupils know it. */
  from: Words(120),
  body: CommandBody,
})
export type Command = v.InferOutput<typeof Command>

/** What became of a command on a device. */
export const CommandOutcome = v.picklist(['done', 'expired', 'refused'])
export type CommandOutcome = v.InferOutput<typeof CommandOutcome>
