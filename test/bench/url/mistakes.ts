import type { Opened } from './contender.ts'
import type { Mistakes } from './orders.ts'
import type { Questions } from './questions.ts'

/** Counts wrong answers to questions whose answers are known. */
export const mistakesOf = (opened: Opened, { hit, miss }: Pick<Questions, 'hit' | 'miss'>): Mistakes => ({
  falseYes: miss.filter((host) => opened.has(host)).length,
  falseNo: hit.filter((host) => !opened.has(host)).length,
})
