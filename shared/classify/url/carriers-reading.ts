import { carriedAddress } from './carried-address.ts'
import { afterAmp, afterPath, type CarrierRow, either, inParameter, row, type Way } from './carrier.ts'

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
  row('translate.google.* translate.googleusercontent.com', 'reader', inParameter('u')),
  row('translate.goog', 'reader', inTranslatedHost),
  row('google.*', 'reader', inParameter('u'), /^\/translate/i),
  row('bing.com', 'reader', inParameter('a', 'to_url'), /^\/translator?\b/i),
  row('translatetheweb.com microsofttranslator.com', 'reader', inParameter('a', 'u')),
  row('translate.yandex.*', 'reader', inParameter('url')),
  row('translated.turbopages.org', 'reader', afterPath(/^\/proxy_u\/[^/]+\//i)),
  row('translated.turbopages.org', 'reader', ({ pathname, search }) => {
    const found = /^\/proxy_u\/[^/]+\/(https?)\/(.+)$/i.exec(pathname)
    return found ? [carriedAddress(`${found[1]}://${found[2]}${search}`)] : []
  }),
  row('fanyi.baidu.com', 'reader', inParameter('query', 'url'), /^\/transpage/i),
  row('papago.naver.net papago.naver.com', 'reader', inParameter('url')),
  row('translate.sogou.com fanyi.sogou.com', 'reader', inParameter('url')),
  row('translate.weblio.jp honyaku.yahoo.co.jp imtranslator.net', 'reader', inParameter('url')),
  // Caches
  row('webcache.googleusercontent.com', 'reader', inCacheQuery),
  row('google.*', 'reader', inCacheQuery, /^\/search/i),
  row('cc.bingj.com', 'reader', inParameter('u', 'url')),
  row('yandexwebcache.net', 'reader', inParameter('url')),
  row('cachedview.com cachedview.nl cachedviews.com', 'reader', inParameter('url', 'q')),
  row('nyud.net', 'reader', ({ hostname, pathname, search }) => [
    carriedAddress(`http://${hostname.replace(/\.nyud\.net\.?$/, '')}${pathname}${search}`),
  ]),
  // Archives
  row(
    'web.archive.org wayback.archive.org archive.org',
    'reader',
    either(
      afterTime('/+web'),
      afterPath(/^\/+(?:web|save(?:\/_embed)?|wayback)\/+(?=(?:[a-z]+:|[^/\d*][^/]*\.))/i),
      inParameter('url'),
    ),
    /^\/+(?:web|save|wayback)\b/i,
  ),
  row(
    archiveToday,
    'reader',
    either(
      afterTime(''),
      afterPath(/^\/(?:newest|oldest|timegate|timemap|o\/\w+|\d{4}[\d.-]*)\//i),
      afterPath(/^\/(?=https?:|[^/]+\.[^/]+)/i),
      inParameter('url', 'q'),
    ),
  ),
  row('timetravel.mementoweb.org', 'reader', afterPath(/^\/(?:memento|list|reconstruct)\/(?:\w+\/)?(?=\D)/i)),
  row('arquivo.pt', 'reader', either(afterTime('/(?:no)?(?:wayback|frame/replay)'), inParameter('url'))),
  row('webarchive.nationalarchives.gov.uk', 'reader', either(afterTime('(?:/ukgwa)?'), inParameter('url'))),
  row('webarchive.org.uk', 'reader', afterTime('(?:/[a-z]+)*')),
  row('webarchive.loc.gov', 'reader', afterTime('/all')),
  row('wayback.archive-it.org', 'reader', either(afterTime('(?:/\\d+)?'), afterTime('/all'))),
  row('swap.stanford.edu wayback.vefsafn.is vefsafn.is', 'reader', afterTime('(?:/[a-z-]+)*')),
  row('webcitation.org', 'reader', inParameter('url')),
  row('ghostarchive.org', 'reader', inParameter('term', 'archive')),
  row('perma.cc megalodon.jp', 'reader', either(inParameter('url'), afterPath(/^\/[\d-]+\/(?=http|\w+\.)/i))),
  // AMP
  row('google.*', 'reader', afterAmp(/^\/amp\//i)),
  row('bing.com', 'reader', afterAmp(/^\/amp\//i)),
  row(
    'cdn.ampproject.org bing-amp.com amp.cloudflare.com',
    'reader',
    afterAmp(/^\/(?:[a-z]{1,3}\/)?(?=s\/|\w)/i),
  ),
]
