import { type CategoryId, isCategoryId } from '../../domain/category.ts'
import type { SearchWords } from './bundle-format.ts'

/** A phrase found in a search. */
export interface QueryMatch {
  readonly category: CategoryId
  readonly words: string
  readonly help: boolean
}

/** Looks for phrases in a search. */
export type QueryMatcher = (query: string) => QueryMatch[]

/** A text as single words: lower case, compatibility forms and accents folded away, everything but letters and digits a space. */
export const foldWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * Makes the matcher of a bundle's phrases. A phrase matches when its words stand next to each other, whole, in order.
 * A match that lies wholly inside an exception of its category is none: "suicide squad" is a film.
 */
export function queryMatcher(words: Partial<Record<CategoryId, SearchWords>>): QueryMatcher {
  const byFirstWord = new Map<
    string,
    { category: CategoryId; phrase: string[]; help: boolean; exception: boolean }[]
  >()
  for (const [category, { phrases, exceptions }] of Object.entries(words)) {
    if (!isCategoryId(category)) continue
    const add = (text: string, help: boolean, exception: boolean): void => {
      const phrase = foldWords(text)
      const first = phrase[0]
      if (first === undefined) return
      const list = byFirstWord.get(first) ?? []
      list.push({ category, phrase, help, exception })
      byFirstWord.set(first, list)
    }
    for (const { words: text, help } of phrases) add(text, help === true, false)
    for (const text of exceptions) add(text, false, true)
  }
  return (query) => {
    const tokens = foldWords(query)
    const hits = tokens.flatMap((token, start) =>
      (byFirstWord.get(token) ?? [])
        .filter(({ phrase }) => phrase.every((word, offset) => tokens[start + offset] === word))
        .map((entry) => ({ ...entry, start, end: start + entry.phrase.length })),
    )
    const exceptions = hits.filter((hit) => hit.exception)
    return hits
      .filter((hit) => !hit.exception)
      .filter(
        (hit) =>
          !exceptions.some((e) => e.category === hit.category && e.start <= hit.start && e.end >= hit.end),
      )
      .map(({ category, phrase, help }) => ({ category, words: phrase.join(' '), help }))
  }
}
