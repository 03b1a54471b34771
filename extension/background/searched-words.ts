import type { TextModel, TextReading } from '#shared/classify/text/reading.ts'
import { searchedWords, withSearchedWords } from '#shared/classify/text/searched-words.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
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
  let readBy: TextModel | null = null

  function readingOf(words: string, model: TextModel): TextReading {
    // Another model has been taken into use: what the last one read counts no more.
    if (readBy !== model) readings.clear()
    readBy = model
    const reading = readings.get(words) ?? model.read(words, 'query')
    readings.set(words, reading)
    if (readings.size > mostRemembered) readings.delete(readings.keys().next().value ?? words)
    return reading
  }

  return {
    known(verdict) {
      const words = searchedWords(verdict)
      const model = reader.now()
      if (words === null || model === null) return verdict
      return withSearchedWords(verdict, words, readingOf(words, model), model)
    },
    ready: async (verdict) => (searchedWords(verdict) === null ? null : reader.open()),
  }
}
