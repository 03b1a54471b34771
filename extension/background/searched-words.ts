import { excerpt } from '#shared/classify/text/excerpt.ts'
import type { TextReading } from '#shared/classify/text/reading.ts'
import { searchQueryOf, usualQueryOf } from '#shared/classify/url/search-query.ts'
import { type Evidence, isOwnWords, type Verdict } from '#shared/domain/verdict.ts'
import type { TextReader } from './text-reader.ts'

/** One search is judged by several gates. */
const mostRemembered = 32

/** What the text model says of a search. Phrases of the lists are looked up before; the model finds what nobody has listed. */
export interface SearchedWords {
  /** The verdict, with what the model reads in the words searched for. Unchanged while no model is in memory. */
  known(verdict: Verdict): Verdict
  /** Resolves when the words of an address can be read, if it has any. */
  ready(verdict: Verdict): Promise<unknown>
}

export function createSearchedWords({ reader }: { reader: TextReader }): SearchedWords {
  const readings = new Map<string, TextReading>()

  function readingOf(query: string): TextReading | null {
    const known = readings.get(query)
    if (known !== undefined) return known
    const model = reader.now()
    if (model === null) return null
    const reading = model.read(query, 'query')
    readings.set(query, reading)
    if (readings.size > mostRemembered) readings.delete(readings.keys().next().value ?? query)
    return reading
  }

  return {
    known(verdict) {
      // Words that a list knows for those of somebody who looks for help need no second opinion.
      const query = verdict.seeksHelp ? null : searchIn(verdict)
      const reading = query === null ? null : readingOf(query)
      const model = reader.now()
      if (query === null || reading === null || model === null) return verdict
      const listed = new Set(
        verdict.evidence.flatMap((one) => (isOwnWords(one.source) ? [one.category] : [])),
      )
      const found = reading.findings
        .filter(({ category }) => !listed.has(category))
        .map(({ category, spans: [span] }): Evidence => {
          const rule = excerpt(query, span ?? { start: 0, end: query.length })
          return { category, source: 'query', rule, list: model.name }
        })
      if (found.length === 0) return verdict
      const seeksHelp = listed.size === 0 && reading.seeksHelp
      return { ...verdict, seeksHelp, evidence: [...found, ...verdict.evidence] }
    },
    ready: async (verdict) => (searchIn(verdict) === null ? null : reader.open()),
  }
}

/** The words searched for, or null when the address is no search. */
function searchIn(verdict: Verdict): string | null {
  if (verdict.query === '') return null
  const isEngine = verdict.evidence.some(({ category }) => category === 'search')
  return searchQueryOf(verdict) ?? (isEngine ? usualQueryOf(verdict) : null)
}
