import type { SearchSettings } from '../domain/search-settings.ts'
import { type SearchEngine, searchEngines, unfiltered } from './search-filters.ts'

const country = String.raw`(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})`
const whole = (source: string): RegExp => new RegExp(`^${source}$`, 'i')

const engines = searchEngines.map((engine) => ({
  ...engine,
  isHost: whole(String.raw`(?:[a-z0-9-]+\.)*` + engine.host.replace('<country>', country)),
  isPath: whole(`/(?:${engine.paths.join('|')})/?`),
}))
const isUnfilteredPath = whole(`/(?:${unfiltered.paths.join('|')})(?:/.*)?`)

/**
 * The address to go to instead of `url` so that the engine leaves out what is not for children, or null when nothing has to change: it
 * is no search, its filter is pinned already, or the school does not ask for it. Whatever else the address says stays as it came, and
 * what comes out needs no further change, so a redirect by this rule cannot go round in circles.
 */
export function safely(url: string, { safeSearch }: SearchSettings): string | null {
  if (!safeSearch || !/^https?:/i.test(url) || !URL.canParse(url)) return null
  const address = new URL(url)
  const isMoved = isUnfiltered(address)
  const [place = ''] = isMoved ? [`https://${unfiltered.instead}/`] : address.href.split(/[?#]/, 1)
  const query = pinnedIn(new URL(place), address.search.slice(1))
  const safe = query === address.search.slice(1) && !isMoved ? null : query
  return safe === null ? null : `${place}${safe === '' ? '' : `?${safe}`}${address.hash}`
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '')

/** True for a page without a filter that has a twin with one. */
const isUnfiltered = (address: URL): boolean =>
  unfiltered.hosts.some((host) => host === hostOf(address)) ||
  (hostOf(address).replace(/^www\./, '') === unfiltered.instead && isUnfilteredPath.test(address.pathname))

/** The query as the engine at this place has to be asked it. */
function pinnedIn(place: URL, query: string): string {
  const engine = engines.find(
    ({ isHost, isPath }) => isHost.test(hostOf(place)) && isPath.test(place.pathname),
  )
  return engine !== undefined && isSearch(query, engine.asks) ? pinned(query, engine.pin) : query
}

/** As the engine reads a name: decoded. Some of them take upper case for lower. */
const nameOf = (parameter: string): string =>
  ([...new URLSearchParams(`&${parameter}`)][0]?.[0] ?? '').toLowerCase()

const isSearch = (query: string, asks: SearchEngine['asks']): boolean =>
  query !== '' && (asks === null || query.split('&').some((parameter) => nameOf(parameter) === asks))

/** The query with the parameter once, where it stood first or else at the end. */
function pinned(query: string, [name, value]: SearchEngine['pin']): string {
  const parameters = query.split('&')
  const first = parameters.findIndex((parameter) => nameOf(parameter) === name)
  const others = parameters.filter((parameter) => nameOf(parameter) !== name)
  return others.toSpliced(first === -1 ? others.length : first, 0, `${name}=${value}`).join('&')
}
