import type { Vocabulary } from './vocabulary.ts'

const letters = 'etaoinshrdlucmfwypvbgkjqxz'
const shortestSwapped = 4
const shortestMended = 5
/** Longer words are no slips of the finger. */
const longestMended = 16
const shortestRunTogether = 6

/** `fuuuuck`, `thisss`: a letter written three times or more, written as often as a word has it. */
export function unstretched(word: string, vocabulary: Vocabulary): string {
  if (!/(.)\1\1/u.test(word) || vocabulary.isCore(word)) return word
  const twice = word.replace(/(.)\1{2,}/gu, '$1$1')
  if (vocabulary.isCore(twice)) return twice
  const once = word.replace(/(.)\1{2,}/gu, '$1')
  return vocabulary.isCore(once) || !vocabulary.isCommon(twice) ? once : twice
}

/**
 * The words that one no vocabulary knows stands for: one slip away from a core word, or core words run together. Undefined when there are none.
 * For short texts that pupils type: a page's unknown words are names.
 */
export function mended(word: string, vocabulary: Vocabulary): readonly string[] | undefined {
  if (word.length < shortestSwapped || word.length > longestMended || !/^[a-z]+$/u.test(word))
    return undefined
  if (vocabulary.isCore(word) || vocabulary.isCommon(word)) return undefined
  for (const slip of slips(word)) if (vocabulary.isCore(slip)) return [slip]
  return word.length < shortestRunTogether ? undefined : apart(word, vocabulary)
}

/** All words that are one slip away, the commonest kinds of slip first. */
function* slips(word: string): Generator<string> {
  for (let i = 0; i + 1 < word.length; i++) yield word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2)
  if (word.length < shortestMended) return
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1)
  for (let i = 1; i <= word.length; i++)
    for (const letter of letters) yield word.slice(0, i) + letter + word.slice(i)
  for (let i = 1; i < word.length; i++)
    for (const letter of letters) yield word.slice(0, i) + letter + word.slice(i + 1)
}

/** Two or three core words without the space between them, the longest first word first. */
function apart(word: string, vocabulary: Vocabulary, most = 3): string[] | undefined {
  for (let cut = word.length - 2; cut >= 1; cut--) {
    const first = word.slice(0, cut)
    const rest = word.slice(cut)
    if (first.length === 1 && first !== 'i') continue
    if (!vocabulary.isCore(first)) continue
    if (rest.length > 2 && vocabulary.isCore(rest)) return [first, rest]
    const others = most > 2 ? apart(rest, vocabulary, most - 1) : undefined
    if (others !== undefined) return [first, ...others]
  }
  return undefined
}
