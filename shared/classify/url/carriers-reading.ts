import { carriedAddress } from './carried-address.ts'
import { afterAmp, afterPath, type CarrierRow, either, inParameter, reader, type Way } from './carrier.ts'

/**
 * `www-example-org.translate.goog`, as Google documents it for advertisers ("Ad networks and translation-related search features"):
 * dots are written `-`, hyphens `--`; `_x_tr_hp` holds what did not fit; `_x_tr_enc` says which prefixes were put before.
 */
const inTranslatedHost: Way = ({ hostname, pathname, search, searchParams }) => {
  const encodings = (searchParams.get('_x_tr_enc') ?? '').split(',')
  const label = hostname.replace(/\.?translate\.goog\.?$/, '')
  if (label === '' || label.includes('.')) return []
  let name = (searchParams.get('_x_tr_hp') ?? '') + label
  if (encodings.includes('1')) name = name.replace(/^1-/, '')
  const isInternational = encodings.includes('0') && name.startsWith('0-')
  if (isInternational) name = name.slice(2)
  const host = name.replaceAll(/\b-\b/g, '.').replaceAll('--', '-')
  const scheme = searchParams.get('_x_tr_sch') === 'http' ? 'http' : 'https'
  const query = search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith('_x_tr_'))
    .join('&')
  return [
    carriedAddress(
      `${scheme}://${isInternational ? 'xn--' : ''}${host}${pathname}${query === '' ? '' : `?${query}`}`,
    ),
  ]
}

/** `cache:ID:host/path+words` */
const inCacheQuery: Way = ({ searchParams }) => {
  const found = /^cache:(?:[\w-]{10,16}:)?(\S+)/i.exec(searchParams.get('q') ?? '')
  return found ? [carriedAddress(found[1] ?? '')] : []
}

/** An archive's copy: `/20200131/…`, perhaps with flags behind the time. */
const dated = /\/(?:\d{4,14}|\*)(?:[a-z]{2}_)?\*?\//i
const afterTime = (before: string): Way => afterPath(new RegExp(`^${before}${dated.source}`, 'i'))

const archiveToday = 'archive.today archive.ph archive.is archive.li archive.vn archive.fo archive.md'

/**
 * Services that show a page of somebody else and nothing but that page. Each row is a fact: seen in the service's own addresses
 * or documentation.
 */
export const readingCarriers: readonly CarrierRow[] = [
  // Translators
  reader('translate.google.* translate.googleusercontent.com', inParameter('u')),
  reader('translate.goog', inTranslatedHost),
  reader('google.*', inParameter('u'), /^\/translate/i),
  reader('bing.com', inParameter('a', 'to_url'), /^\/translator?\b/i),
  reader('translatetheweb.com microsofttranslator.com', inParameter('a', 'u')),
  reader(
    'translate.yandex.* papago.naver.net papago.naver.com fanyi.sogou.com yandexwebcache.net webcitation.org cachedview.nl',
    inParameter('url'),
  ),
  reader('translated.turbopages.org', afterPath(/^\/proxy_u\/[^/]+\//i)),
  reader('translated.turbopages.org', ({ pathname, search }) => {
    const found = /^\/proxy_u\/[^/]+\/(https?)\/(.+)$/i.exec(pathname)
    return found ? [carriedAddress(`${found[1]}://${found[2]}${search}`)] : []
  }),
  reader('fanyi.baidu.com', inParameter('query', 'url'), /^\/transpage/i),
  // Caches
  reader('webcache.googleusercontent.com', inCacheQuery),
  reader('google.*', inCacheQuery, /^\/search/i),
  reader('cc.bingj.com', inParameter('u', 'url')),
  reader('nyud.net', ({ hostname, pathname, search }) => [
    carriedAddress(`http://${hostname.replace(/\.nyud\.net\.?$/, '')}${pathname}${search}`),
  ]),
  // Archives
  reader(
    'web.archive.org wayback.archive.org archive.org',
    either(
      afterTime('/+web'),
      afterPath(/^\/+(?:web|save(?:\/_embed)?|wayback)\/+(?=(?:[a-z]+:|[^/\d*][^/]*\.))/i),
      inParameter('url'),
    ),
    /^\/+(?:web|save|wayback)\b/i,
  ),
  reader(
    archiveToday,
    either(
      afterTime(''),
      afterPath(/^\/(?:newest|oldest|timegate|timemap|o\/\w+|\d{4}[\d.-]*)\//i),
      afterPath(/^\/(?=https?:|[^/]+\.[^/]+)/i),
      inParameter('url', 'q'),
    ),
  ),
  reader('timetravel.mementoweb.org', afterPath(/^\/(?:memento|list|reconstruct)\/(?:\w+\/)?(?=\D)/i)),
  reader('arquivo.pt', either(afterTime('/(?:no)?(?:wayback|frame/replay)'), inParameter('url'))),
  reader('webarchive.nationalarchives.gov.uk', either(afterTime('(?:/ukgwa)?'), inParameter('url'))),
  reader('webarchive.org.uk', afterTime('(?:/[a-z]+)*')),
  reader('webarchive.loc.gov', afterTime('/all')),
  reader('wayback.archive-it.org', either(afterTime('(?:/\\d+)?'), afterTime('/all'))),
  reader('swap.stanford.edu wayback.vefsafn.is vefsafn.is', afterTime('(?:/[a-z-]+)*')),
  reader('ghostarchive.org', inParameter('term', 'archive')),
  reader('perma.cc megalodon.jp', either(inParameter('url'), afterPath(/^\/[\d-]+\/(?=http|\w+\.)/i))),
  // AMP
  reader('google.*', afterAmp(/^\/amp\//i)),
  reader('bing.com', afterAmp(/^\/amp\//i)),
  reader('cdn.ampproject.org bing-amp.com amp.cloudflare.com', afterAmp(/^\/(?:[a-z]{1,3}\/)?(?=s\/|\w)/i)),
]
