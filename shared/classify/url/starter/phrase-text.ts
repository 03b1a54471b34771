import type { CategoryId } from '../../../domain/category.ts'
import type { SearchPhrase, SearchWords } from '../search-words.ts'

/** Search words by the category that they show. */
export type StarterSearchWords = { readonly [Id in CategoryId]?: SearchWords }

/** One phrase a line; lines may also be divided by `;` to stay compact. */
export const phrases = (text: string): string[] =>
  text
    .split(/[;\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')

/** Phrases that show somebody looking for the harm itself. */
export const sought = (text: string): SearchPhrase[] => phrases(text).map((words) => ({ words }))

/** Phrases of somebody in distress or looking for help: an adult is told and help is shown, the way is never barred. */
export const helpSought = (text: string): SearchPhrase[] =>
  phrases(text).map((words) => ({ words, help: true }))
