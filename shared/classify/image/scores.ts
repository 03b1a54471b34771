import type { PictureScores } from '../../domain/picture.ts'

/** The mean of what several looks at one picture said; of at least one. */
export function meanOf(looks: readonly PictureScores[]): PictureScores {
  const mean = (kind: keyof PictureScores): number =>
    looks.reduce((sum, look) => sum + look[kind], 0) / looks.length
  const [drawing, hentai, neutral] = [mean('drawing'), mean('hentai'), mean('neutral')]
  return { drawing, hentai, neutral, porn: mean('porn'), sexy: mean('sexy') }
}

/**
 * The five numbers of a model as scores, in the order in which the model gives them. Null when they are not what a working model
 * gives: it is damaged.
 */
export function scoresOf(output: readonly number[]): PictureScores | null {
  const sum = output.reduce((total, value) => total + value, 0)
  const [drawing, hentai, neutral, porn, sexy] = output.map((value) => Math.min(1, Math.max(0, value)))
  if (output.length !== 5 || !(Math.abs(sum - 1) < 0.02)) return null
  if (drawing === undefined || hentai === undefined || neutral === undefined) return null
  return porn === undefined || sexy === undefined ? null : { drawing, hentai, neutral, porn, sexy }
}
