/** A search engine whose filter can be pinned by one parameter of the address. */
export interface SearchEngine {
  /**
   * Its host without sub-domains, as the source of a regular expression; `<country>` stands for every top-level domain it has.
   * No alternatives (`a|b`): Safari's rule engine knows none.
   */
  readonly host: string
  /** Paths that show results, each the source of a regular expression, without the leading slash. */
  readonly paths: readonly string[]
  /** The parameter that makes an address a search, or null where the path alone says so. */
  readonly asks: string | null
  /** The parameter that pins the filter, and its strictest value. */
  readonly pin: readonly [name: string, value: string]
}

const everything = ['.*']

/**
 * Sources: chromium.org/developers/design-documents/safesearch (Google), Microsoft's "Block adult content with SafeSearch" (Bing),
 * duckduckgo.com/params, Yahoo's and Qwant's own settings pages, api.search.brave.com (Brave), Yandex Cloud's search reference.
 * Startpage is asked, but keeps the last word in a cookie; Ecosia takes no parameter at all: docs/install has the DNS names for both.
 */
export const searchEngines: readonly SearchEngine[] = [
  {
    host: String.raw`google\.<country>`,
    paths: ['search', 'images', 'img[a-z]+', 'webhp', 'custom', 'cse'],
    asks: null,
    pin: ['safe', 'active'],
  },
  { host: String.raw`bing\.com`, paths: everything, asks: 'q', pin: ['adlt', 'strict'] },
  { host: String.raw`duckduckgo\.com`, paths: everything, asks: 'q', pin: ['kp', '1'] },
  { host: String.raw`search\.yahoo\.<country>`, paths: everything, asks: 'p', pin: ['vm', 'r'] },
  { host: String.raw`search\.brave\.com`, paths: everything, asks: 'q', pin: ['safesearch', 'strict'] },
  { host: String.raw`qwant\.com`, paths: everything, asks: 'q', pin: ['s', '2'] },
  { host: String.raw`mojeek\.com`, paths: everything, asks: 'q', pin: ['safe', '1'] },
  { host: String.raw`startpage\.com`, paths: everything, asks: 'query', pin: ['qadf', 'heavy'] },
  { host: String.raw`yandex\.<country>`, paths: everything, asks: 'text', pin: ['fyandex', '1'] },
  { host: String.raw`ya\.ru`, paths: everything, asks: 'text', pin: ['fyandex', '1'] },
]

/** DuckDuckGo's pages for browsers without scripts know no filter: whoever goes there is taken to the page that has one. */
export const unfiltered = {
  hosts: ['html.duckduckgo.com', 'lite.duckduckgo.com'],
  /** Paths of `instead` that show the same pages, without the leading slash. */
  paths: ['html', 'lite'],
  instead: 'duckduckgo.com',
} as const

/** Hosts that heed the header `YouTube-Restrict`, with their sub-domains. Source: support.google.com/a/answer/6214622. */
export const youTubeHosts = [
  'youtube.com',
  'youtube-nocookie.com',
  'youtube.googleapis.com',
  'youtubei.googleapis.com',
]
