import type { TrustedAdult } from '#shared/domain/pupil.ts'
import type { ChosenAdult, ReportKind } from '#shared/domain/report.ts'
import type { FaceKind } from './blocked/face.ts'
import type { Words } from './words/words.ts'

const met: readonly ReportKind[] = [
  'accident',
  'upset',
  'worried-about-me',
  'worried-about-someone',
  'wrong-block',
]
const soughtHelp: readonly ReportKind[] = ['worried-about-me', 'worried-about-someone', 'upset', 'accident']

/** The kinds of report on offer, the likeliest first. */
export const kindsFor = (face: FaceKind | 'popup' | 'upload'): readonly ReportKind[] => {
  if (face === 'help') return soughtHelp
  if (face === 'popup')
    return ['upset', 'worried-about-me', 'worried-about-someone', 'accident', 'wrong-block']
  if (face === 'upload')
    return ['worried-about-me', 'worried-about-someone', 'upset', 'accident', 'wrong-block']
  return met
}

/** A chosen adult by name. */
export const adultName = (chosen: ChosenAdult, adults: readonly TrustedAdult[], words: Words): string =>
  adults.find(({ id }) => id === chosen)?.name ?? words.report.anyAdult
