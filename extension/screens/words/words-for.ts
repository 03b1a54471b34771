import type { Band } from '#shared/domain/audience.ts'
import { eyfsToY2 } from './eyfs-y2.ts'
import { sixth } from './sixth.ts'
import { staff } from './staff.ts'
import { visitor } from './visitor.ts'
import type { Words } from './words.ts'
import { y3ToY6 } from './y3-y6.ts'
import { y7ToY9 } from './y7-y9.ts'
import { y10ToY11 } from './y10-y11.ts'

const byBand: Readonly<Record<Band, Words>> = {
  'eyfs-y2': eyfsToY2,
  'y3-y6': y3ToY6,
  'y7-y9': y7ToY9,
  'y10-y11': y10ToY11,
  sixth,
  staff,
  visitor,
}

/** The words of a band. */
export const wordsFor = (band: Band): Words => byBand[band]
