import type { CategoryId } from '../../domain/category.ts'
import type { PhraseBook } from './bundle-reader.ts'

/** A search phrase: whole words next to each other. `help` marks words of somebody who looks for help. */
export interface SearchPhrase {
  readonly words: string
  readonly help?: true
}

/** A category's search phrases, and the phrases that make a query harmless although one of them stands in it. */
export interface SearchWords {
  readonly phrases: readonly SearchPhrase[]
  readonly exceptions: readonly string[]
}

/** A phrase found in a search. */
export interface QueryMatch {
  readonly category: CategoryId
  readonly words: string
  readonly help: boolean
}

/** A text as single words: lower case, compatibility forms and accents folded away, everything but letters and digits a space. */
export const foldWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Longer searches are cut: the words that count stand at the beginning, and a hostile address costs no more. */
const mostWords = 256

/**
 * Looks for a bundle's phrases in a search. A phrase matches when its words stand next to each other, whole, in order.
 * A match that lies wholly inside an exception of its category is none: "suicide squad" is a film.
 */
export function phrasesIn(query: string, { phrase, longestPhrase }: PhraseBook): QueryMatch[] {
  const tokens = foldWords(query).slice(0, mostWords)
  const hits = tokens.flatMap((_, start) => {
    const found = []
    for (let end = start + 1; end <= Math.min(start + longestPhrase, tokens.length); end++) {
      const words = tokens.slice(start, end).join(' ')
      for (const meaning of phrase(words)) found.push({ ...meaning, words, start, end })
    }
    return found
  })
  const exceptions = hits.filter((hit) => hit.exception)
  return hits
    .filter((hit) => !hit.exception)
    .filter(
      (hit) =>
        !exceptions.some((e) => e.category === hit.category && e.start <= hit.start && e.end >= hit.end),
    )
    .map(({ category, words, help }) => ({ category, words, help }))
}
