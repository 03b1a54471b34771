import { type Evidence, isOwnWords, type Verdict } from '../../domain/verdict.ts'
import { searchQueryOf, usualQueryOf } from '../url/search-query.ts'
import type { TextModel, TextReading } from './reading.ts'
import { evidenceOfText } from './text-verdict.ts'

/** The words searched for, or null when the address is no search. */
export function searchedWords(verdict: Verdict): string | null {
  if (verdict.query === '') return null
  const isEngine = verdict.evidence.some(({ category }) => category === 'search')
  return searchQueryOf(verdict) ?? (isEngine ? usualQueryOf(verdict) : null)
}

/** The verdict, with what the model reads in the words searched for: it finds what no list has a phrase for. */
export function withSearchedWords(
  verdict: Verdict,
  words: string,
  reading: TextReading,
  model: Pick<TextModel, 'name'>,
): Verdict {
  // Words that a list knows for those of somebody who looks for help need no second opinion.
  if (verdict.seeksHelp) return verdict
  const listed = new Set(verdict.evidence.flatMap((one) => (isOwnWords(one.source) ? [one.category] : [])))
  const found: Evidence[] = evidenceOfText(reading, { text: words, context: 'query' }, model).filter(
    ({ category }) => !listed.has(category),
  )
  if (found.length === 0) return verdict
  const seeksHelp = listed.size === 0 && reading.seeksHelp
  return { ...verdict, seeksHelp, evidence: [...found, ...verdict.evidence] }
}
