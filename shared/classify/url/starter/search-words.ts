import type { StarterSearchWords } from './phrase-text.ts'
import { adultSearchWords } from './search-adult.ts'
import { bypassSearchWords } from './search-bypass.ts'
import { harmSearchWords } from './search-harm.ts'
import { wellbeingSearchWords } from './search-wellbeing.ts'

/**
 * Phrases of searches, by category, as `foldWords` leaves them: whole words, lower case, no apostrophes. The names of help lines
 * are in none: nothing ever stands between a child and Childline.
 */
export const starterSearchWords: StarterSearchWords = {
  ...wellbeingSearchWords,
  ...adultSearchWords,
  ...harmSearchWords,
  ...bypassSearchWords,
}
