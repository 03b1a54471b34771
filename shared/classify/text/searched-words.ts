import { type Evidence, isOwnWords, type Verdict } from '../../domain/verdict.ts'
import type { UrlClassifier } from '../url/classify.ts'
import { searchQueryOf, usualQueryOf } from '../url/search-query.ts'
import type { TextModel, TextReading } from './reading.ts'
import { evidenceOfText } from './text-verdict.ts'

/** The words searched for, or null when the address is no search. */
export function searchedWords(verdict: Verdict): string | null {
  if (verdict.query === '') return null
  const isEngine = verdict.evidence.some(({ category }) => category === 'search')
  return searchQueryOf(verdict) ?? (isEngine ? usualQueryOf(verdict) : null)
}

/**
 * The verdict, with what the model reads in the words searched for: it finds what no list has a phrase for. Words that a list knows for those of
 * somebody who looks for help stay so, and what the model finds grave in them counts besides: help is shown, and the safeguarding team hears of it.
 */
export function withSearchedWords(
  verdict: Verdict,
  words: string,
  reading: TextReading,
  model: Pick<TextModel, 'name'>,
): Verdict {
  const listed = new Set(verdict.evidence.flatMap((one) => (isOwnWords(one.source) ? [one.category] : [])))
  const found: Evidence[] = evidenceOfText(reading, { text: words, context: 'query' }, model).filter(
    ({ category }) => !listed.has(category),
  )
  const seeksHelp = verdict.seeksHelp || (listed.size === 0 && reading.seeksHelp)
  return { ...verdict, seeksHelp, evidence: [...found, ...verdict.evidence] }
}

/** The address of a search for `words`, for where only the words are at hand. */
export const searchFor = (words: string): string =>
  `https://www.google.com/search?${new URLSearchParams({ q: words }).toString()}`

/** The verdict on a search for `words`, as the lists and the model of a device come to it together. */
export const verdictOfSearch = (
  words: string,
  reading: TextReading,
  model: Pick<TextModel, 'name'>,
  classify: UrlClassifier,
): Verdict => withSearchedWords(classify(searchFor(words)), words, reading, model)
