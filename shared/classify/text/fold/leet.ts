import type { Vocabulary } from './vocabulary.ts'

const digits: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
  '€': 'e',
  '£': 'l',
  '(': 'c',
}
/** Second readings, tried when the first gives no word. */
const otherwise: Readonly<Record<string, string>> = {
  '1': 'l',
  '8': 'ate',
  '@': 'o',
  '0': 'u',
  '2': 'to',
  '4': 'for',
  '!': 'l',
}

/** Swear words that are written with stars, the likeliest first where several fit. */
const starred =
  'fuck shit cunt bitch dick cock pussy bastard wanker fucking fucked fucker motherfucker asshole arsehole bullshit shitty slut whore nigger faggot twat wank porn rape'.split(
    ' ',
  )

/** True for a word as it was written that has digits or signs in it. */
export const isLeet = (written: string): boolean => /[\d@$!|+*€£(]/u.test(written)

/**
 * What a word with digits, signs or stars in it says: the first reading that is a word. Without one it stays as it is, less the signs.
 * Plain numbers stay.
 */
export function readLeet(written: string, vocabulary: Vocabulary): string {
  if (/^[\d.,]+$/u.test(written)) return written
  const plain = written.replace(/[^\p{L}\p{N}]/gu, '')
  if (written.includes('*')) return starredWord(written) ?? plain
  const trimmed = written.replace(/[!|+(]+$/u, '')
  for (const table of [digits, { ...digits, ...otherwise }]) {
    const reading = Array.from(trimmed)
      .map((each) => table[each] ?? each)
      .join('')
    if (vocabulary.isCore(reading) || (reading.length > 3 && vocabulary.isCommon(reading))) return reading
  }
  return /^\p{L}+$/u.test(trimmed) ? trimmed : (unsignedReading(trimmed, vocabulary) ?? plain)
}

/** `l00ser`, `n4z1s`: no word as it reads, but nobody writes digits inside letters otherwise; mending may find the word. */
function unsignedReading(written: string, { isCommon }: Vocabulary): string | undefined {
  if (isCommon(written) || !/^[\p{L}@$]+[\d@$!]+[\p{L}@$]/u.test(written)) return undefined
  return Array.from(written)
    .map((each) => digits[each] ?? each)
    .join('')
}

function starredWord(written: string): string | undefined {
  const bare = written.replace(/^\*+/u, '')
  const pattern = bare === written ? bare : bare.replace(/\*+$/u, '')
  if (!/^\p{L}.*\*/u.test(pattern)) return undefined
  const fits = (word: string) =>
    word.length === pattern.length && Array.from(pattern).every((each, i) => each === '*' || each === word[i])
  return starred.find(fits)
}
