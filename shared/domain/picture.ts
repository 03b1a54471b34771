import * as v from 'valibot'

/** The image model looks at squares of so many pixels a side. */
export const modelSide = 224

/** The length of a picture's pixels in base64: red, green and blue of each, row by row. */
export const pixelTextLength = (modelSide * modelSide * 3 * 4) / 3

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** What an image model says of one picture: how much it looks like each of five kinds, together 1. */
export const PictureScores = v.strictObject({
  drawing: Share,
  hentai: Share,
  neutral: Share,
  porn: Share,
  sexy: Share,
})
export type PictureScores = v.InferOutput<typeof PictureScores>
