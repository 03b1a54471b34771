import * as v from 'valibot'
import { Text } from '../base/fields.ts'
import { PictureScores, pixelTextLength } from '../domain/picture.ts'

/** A picture that is to be looked at: its address, or its pixels (see pixelTextLength) in base64 where only the page can read it. */
export const AskedPicture = v.union([
  v.strictObject({ url: v.pipe(Text(4096), v.regex(/^https?:/i)) }),
  v.strictObject({
    pixels: v.pipe(v.string(), v.length(pixelTextLength), v.regex(/^[A-Za-z0-9+/]+$/)),
  }),
])
export type AskedPicture = v.InferOutput<typeof AskedPicture>

/** What the background asks the document that has the model. It says who is meant: every page of the extension hears it. */
export const PictureQuestion = v.strictObject({ to: v.literal('pictures'), picture: AskedPicture })
export type PictureQuestion = v.InferOutput<typeof PictureQuestion>

/** Goes along with an answer while the battery is low. How low it is is nobody’s business but the device’s. */
export const sparing = { sparing: v.exactOptional(v.boolean()) }

/** `unreadable`: this one picture cannot be looked at. `no-model`: none can, and `detail` says why. */
export const PictureAnswer = v.variant('kind', [
  v.strictObject({ kind: v.literal('scores'), scores: PictureScores, ...sparing }),
  v.strictObject({ kind: v.literal('unreadable'), detail: Text(200), ...sparing }),
  v.strictObject({ kind: v.literal('no-model'), detail: Text(200), ...sparing }),
])
export type PictureAnswer = v.InferOutput<typeof PictureAnswer>
