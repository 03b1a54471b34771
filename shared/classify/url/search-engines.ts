import { HostTable } from './host-table.ts'

/** Where an engine's result pages keep what was searched for. */
export interface SearchEngine {
  readonly path: RegExp
  readonly parameters: readonly string[]
}

type Row = readonly [string, SearchEngine]

const any = /^\//
const engine = (hosts: string, parameters: string, path: RegExp = any): Row => [
  hosts,
  { path, parameters: parameters.split(' ') },
]

/**
 * Pages that answer every letter while it is typed. They are no searches: half a word is not what somebody asked, and a filter that
 * followed each key would flag "therapist" at its third syllable. What is searched for in the end comes by as a result page.
 */
export const suggestionPath =
  /^\/(?:complete\/|as\/|osjson|ac\b|sugg?est|suggest(?:ions)?\b|autocomplete|api\/(?:suggest|autocomplete)|gossip|sugrec|xml\/|v\/1\/)|\/(?:autocompleter|suggestions?|typeahead|autosuggest)\b/i

/** The engines, and the big sites' own searches, whose result pages name the search in their address. */
export const searchEngines = new HostTable<SearchEngine>([
  engine('google.*', 'q as_q as_epq as_oq', /^\/(?:search|webhp|imghp|images|videohp|m|custom|cse|ai)?\/?$/i),
  engine('google.*', 'q', /^\/(?:shopping|books|videosearch|blogsearch)(?:\/|$)/i),
  engine(
    `news.google.* shopping.google.* mojeek.com mojeek.co.uk tiktok.com pinterest.* twitter.com x.com tumblr.com vimeo.com
     dailymotion.com rumble.com odysee.com giphy.com tenor.com`,
    'q',
    /^\/search/i,
  ),
  engine('scholar.google.*', 'q as_q', /^\/scholar/i),
  engine('play.google.com', 'q', /^\/store\/search/i),
  engine('bing.com', 'q', /^\/(?:(?:images|videos|news|shop|maps|copilotsearch|chat|search)(?:\/|$)|$)/i),
  engine(
    `cn.bing.com copilot.microsoft.com duckduckgo.com duck.ai ecosia.org search.brave.com qwant.com kiddle.co
     you.com kagi.com phind.com andisearch.com excite.com results.excite.com infospace.com dogpile.com
     webcrawler.com search.lycos.com daum.net search.seznam.cz oscobo.com lukol.com entireweb.com peekier.com
     alohafind.com searx.be searx.me searx.tiekoetter.com search.disroot.org paulgo.io baresearch.org`,
    'q',
  ),
  engine('search.yahoo.*', 'p'),
  engine('youtube.com youtube-nocookie.com youtubekids.com', 'search_query q', /^\/(?:results|search)/i),
  engine('yandex.* ya.ru', 'text'),
  engine('ask.com', 'q', /^\/(?:web|youtube|news)?\/?$/i),
  engine('baidu.com', 'wd word', /^\/(?:s|search|f)/i),
  engine(
    `startpage.com swisscows.com kidrex.org kidzsearch.com swiggle.org.uk safesearchkids.com juniorsafesearch.com wackysafe.com
     search.aol.* search.marginalia.nu wiby.me search.carrot2.org etools.ch`,
    'q query',
  ),
  engine('perplexity.ai', 'q', /^\/(?:search)?/i),
  engine('chatgpt.com chat.openai.com claude.ai grok.com gemini.google.com', 'q prompt'),
  engine('naver.com', 'query', /^\/(?:search|p)/i),
  engine('sogou.com', 'query keyword', /^\/(?:web|pics|sogou|video)?/i),
  engine('so.com', 'q', /^\/s/i),
  engine('yep.com presearch.com presearch.io gibiru.com metager.org metager.de', 'q eingabe'),
  engine('petalsearch.com', 'query'),
  engine('reddit.com', 'q', /\/search/i),
  engine('instagram.com', 'q', /^\/explore\/search/i),
  engine('facebook.com', 'q', /^\/(?:search|watch\/search)/i),
  engine('twitch.tv', 'term', /^\/search/i),
])
