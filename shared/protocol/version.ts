import * as v from 'valibot'

/** One number for everything that crosses a wire. A server serves this version and the one before. */
export const protocolVersion = 1

/** Why the other end will not talk to us: a closed list, so that each has a sentence on screen. */
export const RefusalReason = v.picklist([
  'device-too-old',
  'server-too-old',
  'unknown-device',
  'revoked-device',
  'unknown-school',
  'bad-proof',
  'bad-frame',
  'enrolment-refused',
  'try-later',
])
export type RefusalReason = v.InferOutput<typeof RefusalReason>
