import type { Band } from '#shared/domain/audience.ts'

/** The words over a picture that was kept, for one band. */
export interface ImageWords {
  readonly kept: string
  /** It could not be looked at. */
  readonly unknown: string
  readonly show: string
  readonly wrong: string
  readonly told: string
}

const little: ImageWords = {
  kept: 'This picture is hidden.',
  unknown: 'This picture is hidden.',
  show: 'Show it',
  wrong: 'Tell a grown-up',
  told: 'A grown-up will look.',
}
const primary: ImageWords = {
  kept: 'This picture is hidden. It may not be for you.',
  unknown: 'This picture could not be checked.',
  show: 'Show it',
  wrong: 'I think it is fine',
  told: 'Thank you. An adult will look at this.',
}
const secondary: ImageWords = {
  kept: 'Blurred: it may show nudity.',
  unknown: 'Blurred: it could not be checked.',
  show: 'Show it',
  wrong: 'That is wrong',
  told: 'Thanks. Your school will look at this.',
}

/** By band; staff and visitors read what pupils of secondary school read. */
export const imageWords: Readonly<Record<Band, ImageWords>> = {
  'eyfs-y2': little,
  'y3-y6': primary,
  'y7-y9': secondary,
  'y10-y11': secondary,
  sixth: secondary,
  staff: secondary,
  visitor: secondary,
}
