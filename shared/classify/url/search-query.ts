import type { Address } from '../../domain/address.ts'
import { searchEngines, suggestionPath } from './search-engines.ts'

/** As much as the engines take: whatever is cut off here could be searched for unseen. */
const longest = 2048

/** What engines that no table knows call their search, on the pages that show results. */
const usualParameters = [
  'q',
  'query',
  'search',
  'search_query',
  'p',
  'text',
  'keyword',
  'keywords',
  'wd',
  's',
]
const usualPath =
  /^\/(?:search|results?|web|find|s|images?|videos?|news|index)?(?:\.(?:php|html?|aspx?|jsp))?(?:\/|$)/i

/** DuckDuckGo, Brave and Kagi hand a search with `!word` in it on to another engine, without that word. */
const bang = /(?:^|\s)![a-z0-9.]+(?=\s|$)/gi

/** The words searched for, as typed (at most 2,048 units), or null when the address is no search on an engine of the table. */
export function searchQueryOf(address: Address): string | null {
  if (address.query === '' && address.fragment === undefined) return null
  const engines = searchEngines.find(address.host)
  if (engines.length === 0 || suggestionPath.test(address.path)) return null
  for (const { value: engine } of engines) {
    if (!engine.path.test(address.path)) continue
    const query = wordsIn(address, engine.parameters)
    if (query !== null) return query
  }
  return null
}

/** The same for a host that a list calls a search engine and the table does not know, such as somebody's own SearXNG. */
export function usualQueryOf(address: Address): string | null {
  if (address.query === '' || suggestionPath.test(address.path) || !usualPath.test(address.path)) return null
  return searchEngines.find(address.host).length > 0 ? null : wordsIn(address, usualParameters)
}

function wordsIn({ query, fragment }: Address, parameters: readonly string[]): string | null {
  // An address may name the search more than once, also behind `#`; which one counts is the engine's business, so all of them do here.
  const named = [query, fragment ?? '']
    .flatMap((text) => (text === '' ? [] : [...new URLSearchParams(text)]))
    .flatMap(([name, words]) => (parameters.includes(name.toLowerCase()) ? [words] : []))
  const typed = named.join(' ').trim()
  if (typed === '') return null
  const bangs = typed.match(bang)
  const words = bangs ? `${typed.replaceAll(bang, '').trim()} ${bangs.join(' ').trim()}` : typed
  return words.slice(0, longest)
}
