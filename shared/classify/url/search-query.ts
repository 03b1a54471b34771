import type { Address } from '../../domain/address.ts'

interface Engine {
  readonly host: RegExp
  readonly path: RegExp
  readonly parameter: string
}

/** As much as the engines take: whatever is cut off here could be searched for unseen. */
const longest = 2048

const country = '(?:com|[a-z]{2}|co\\.[a-z]{2}|com\\.[a-z]{2})'
const on = (host: string): RegExp => new RegExp(`^(?:[a-z0-9-]+\\.)*${host}$`)
const anyPath = /^\//

/** The engines whose result pages name the search in their address. */
const engines: readonly Engine[] = [
  { host: on(`google\\.${country}`), path: /^\/(?:search|webhp|imghp|images)?\/?$/, parameter: 'q' },
  {
    host: on('bing\\.com'),
    path: /^\/(?:images|videos|news|shop|copilotsearch)?\/?(?:search)?/,
    parameter: 'q',
  },
  { host: on('duckduckgo\\.com'), path: anyPath, parameter: 'q' },
  { host: on(`search\\.yahoo\\.${country}`), path: anyPath, parameter: 'p' },
  { host: on('youtube(?:-nocookie)?\\.com'), path: /^\/results/, parameter: 'search_query' },
  { host: on('ecosia\\.org'), path: anyPath, parameter: 'q' },
  { host: on('search\\.brave\\.com'), path: anyPath, parameter: 'q' },
  { host: on('startpage\\.com'), path: anyPath, parameter: 'query' },
  { host: on('qwant\\.com'), path: anyPath, parameter: 'q' },
  { host: on(`yandex\\.${country}`), path: anyPath, parameter: 'text' },
  { host: on('ask\\.com'), path: /^\/web/, parameter: 'q' },
  { host: on('baidu\\.com'), path: /^\/s/, parameter: 'wd' },
  { host: on('kiddle\\.co'), path: anyPath, parameter: 'q' },
  { host: on('swisscows\\.com'), path: anyPath, parameter: 'query' },
  { host: on('reddit\\.com'), path: /\/search/, parameter: 'q' },
  { host: on('tiktok\\.com'), path: /^\/search/, parameter: 'q' },
  { host: on('pinterest\\.(?:com|co\\.uk)'), path: /^\/search/, parameter: 'q' },
  { host: on('(?:twitter|x)\\.com'), path: /^\/search/, parameter: 'q' },
]

/** The words searched for, as typed (at most 2,048 units), or null when the address is no search. */
export function searchQueryOf(address: Address): string | null {
  if (address.query === '') return null
  for (const engine of engines) {
    if (!engine.host.test(address.host) || !engine.path.test(address.path)) continue
    // An address may name the search more than once; which one counts is the engine's business, so all of them do here.
    const named = [...new URLSearchParams(address.query)].filter(
      ([name]) => name.toLowerCase() === engine.parameter,
    )
    const query = named
      .map(([, words]) => words)
      .join(' ')
      .trim()
    if (query !== '') return query.slice(0, longest)
  }
  return null
}
