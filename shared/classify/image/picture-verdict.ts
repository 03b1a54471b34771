import type { Band } from '../../domain/audience.ts'
import type { PictureScores } from '../../domain/picture.ts'

/** What a picture is kept for. */
export type PictureCategory = 'pornography' | 'sexual-content'

/** What is known of a page before its pictures are looked at. `good`: lists, the school or a teacher say so. */
export type PicturePrior = 'good' | 'ordinary'

/** A picture that a page shows, or one that is about to be sent to it. */
export type PictureUse = 'shown' | 'upload'

interface Limits {
  /** The share of pornography, photographed or drawn, from which on a picture is kept. */
  readonly explicit: number
  /** The share of neutral and drawing together up to which it is; 1 for any. */
  readonly harmless: number
  /** The share of "sexy" from which on it is; 2 for never. */
  readonly sexy: number
}

type Strictness = 'standard' | 'strict'

/**
 * The thresholds, which docs/PICTURES.md measures. A page that is known to be good has anatomy, art and swimming lessons. A picture that
 * somebody sends is stopped only when it is more likely than not: a wrong stop there is a wrong suspicion. What is only taken for a body
 * (cork, wood, a petal) is for the rest "neutral"; what is one should be "sexy" for the rest, which we could not measure.
 */
export const pictureLimits: Readonly<Record<PictureUse | 'good', Readonly<Record<Strictness, Limits>>>> = {
  shown: {
    standard: { explicit: 0.7, harmless: 0.15, sexy: 2 },
    strict: { explicit: 0.5, harmless: 1, sexy: 0.8 },
  },
  good: {
    standard: { explicit: 0.85, harmless: 1, sexy: 2 },
    strict: { explicit: 0.85, harmless: 1, sexy: 2 },
  },
  upload: {
    standard: { explicit: 0.85, harmless: 1, sexy: 2 },
    strict: { explicit: 0.7, harmless: 1, sexy: 2 },
  },
}

/** Whether a first look is worth a second one: under some threshold the picture would be kept. */
export const isWorthASecondLook = ({ porn, hentai, sexy }: PictureScores): boolean =>
  Object.values(pictureLimits).some(({ strict }) => porn + hentai >= strict.explicit || sexy >= strict.sexy)

/** Primary school: less is shown, and what was kept stays so until an adult has seen the report. */
const isYoung = (band: Band): boolean => band === 'eyfs-y2' || band === 'y3-y6'

/** What a picture is kept for, or null when there is nothing against it. */
export function pictureVerdict(
  scores: PictureScores,
  asked: { readonly band: Band; readonly use: PictureUse; readonly prior: PicturePrior },
): PictureCategory | null {
  const { use, prior, band } = asked
  const limits = pictureLimits[use === 'shown' && prior === 'good' ? 'good' : use]
  const { explicit, harmless, sexy } = limits[isYoung(band) ? 'strict' : 'standard']
  const isExplicit = scores.porn + scores.hentai >= explicit
  if (isExplicit && scores.neutral + scores.drawing <= harmless) return 'pornography'
  return scores.sexy >= sexy ? 'sexual-content' : null
}

/** Whether a pupil may look at a picture that was kept, or one that could not be checked (null). */
export const mayReveal = (band: Band, category: PictureCategory | null): boolean =>
  !isYoung(band) || category === 'sexual-content'

/** So many pictures of a page are worth a verdict on the page itself, when they are at least this share of those looked at. */
export const explicitPage = { pictures: 4, share: 0.34 } as const

/** Whether a page is about what its pictures show. */
export const isExplicitPage = (kept: number, looked: number): boolean =>
  kept >= explicitPage.pictures && kept / looked >= explicitPage.share
