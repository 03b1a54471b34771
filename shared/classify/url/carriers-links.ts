import { carriedAddress, carriedInBase64, decoded } from './carried-address.ts'
import {
  afterPath,
  type CarrierRow,
  either,
  inParameter,
  movedTo,
  row,
  type Way,
  wholeQuery,
} from './carrier.ts'

/** `u=a1` and then base64url. */
const inBingParameter: Way = ({ searchParams }) => {
  const value = searchParams.get('u') ?? ''
  return [value.startsWith('a1') ? carriedInBase64(value.slice(2)) : carriedAddress(value)]
}

/** `/RU=…/RK=…` in the path. */
const inYahooPath: Way = ({ pathname }) => {
  const found = /\/RU=([^/]+)\//.exec(pathname)
  return found ? [carriedAddress(found[1] ?? '')] : []
}

/** Version 2 writes `%` as `-` and `/` as `_`; version 3 puts the address between `__`, with `*` for what it leaves to the end. */
const inDefendedLink: Way = (url) => {
  const third = /^\/v3\/__(.+?)__;/.exec(url.pathname + url.search)
  if (third) return [carriedAddress(third[1] ?? '')]
  const value = url.searchParams.get('u') ?? ''
  if (!url.pathname.startsWith('/v2/')) return [carriedAddress(value)]
  const restored = value.replaceAll('_', '/').replaceAll(/-([0-9A-F]{2})/gi, '%$1')
  return [carriedAddress(decoded(restored))]
}

/** `url=ADDRESS:checksum` */
const beforeChecksum: Way = ({ searchParams }) => [
  carriedAddress((searchParams.get('url') ?? '').replace(/:[\w-]{20,40}$/, '')),
]

/** `d=host` and the address in base64 in `u`. */
const inSophosParameters: Way = ({ searchParams }) => [
  carriedInBase64(searchParams.get('u') ?? ''),
  carriedAddress(searchParams.get('d') ?? ''),
]

const shortcut = /^\/[\w-]+\/?$/

/**
 * Services that send the browser on. Login pages (`continue=`, `redirect_uri=`, `next=`) are not among them: they lead back to the site
 * one signs in to, and a school's own sign-in must not answer for it.
 */
export const linkCarriers: readonly CarrierRow[] = [
  row('google.*', 'link', inParameter('q', 'url'), /^\/(?:url|interstitial|imgres)\b/i),
  row('google.*', 'link', inParameter('imgurl', 'imgrefurl'), /^\/imgres\b/i),
  row('google.* googleadservices.com', 'link', inParameter('adurl'), /^\/(?:aclk|pagead)/i),
  row('url.google.com', 'link', inParameter('q', 'url')),
  row('facebook.com', 'link', inParameter('u'), /^\/(?:l|flx\/warn)\b/i),
  row('l.instagram.com l.threads.net l.threads.com', 'link', inParameter('u')),
  row('l.messenger.com', 'link', inParameter('u')),
  row('youtube.com', 'link', inParameter('q'), /^\/redirect\b/i),
  row('out.reddit.com', 'link', inParameter('url')),
  row('t.umblr.com', 'link', inParameter('z')),
  row('slack-redir.net', 'link', inParameter('url')),
  row('steamcommunity.com', 'link', either(inParameter('url', 'u')), /^\/linkfilter/i),
  row('vk.com vk.ru', 'link', inParameter('to'), /^\/away/i),
  row('ok.ru', 'link', inParameter('st.link'), /^\/dk/i),
  row('duckduckgo.com', 'link', inParameter('uddg'), /^\/l\b/i),
  row('bing.com', 'link', inBingParameter, /^\/(?:ck\/|alink|newtabredir)/i),
  row('bing.com', 'link', inParameter('mediaurl'), /^\/images\/search/i),
  row('search.yahoo.*', 'link', inYahooPath),
  row('images.search.yahoo.*', 'link', inParameter('imgurl', 'rurl'), /^\/images\/view/i),
  row('baidu.com', 'link', inParameter('objurl', 'fromurl')),
  row('yandex.*', 'link', inParameter('url', 'img_url'), /^\/(?:clck|images|redir)/i),
  row('safelinks.protection.outlook.com statics.teams.cdn.office.net', 'link', inParameter('url')),
  row('urldefense.com urldefense.proofpoint.com urldefense.us', 'link', inDefendedLink),
  row('linkprotect.cudasvc.com', 'link', inParameter('a')),
  row('clicktime.symantec.com', 'link', inParameter('u')),
  row('protection.sophos.com', 'link', inSophosParameters),
  row('secure-web.cisco.com', 'link', afterPath(/^\/.*\/(?=https?%3a)/i)),
  row(
    'href.li anonym.to anonymz.com anon.to nullrefer.com dereferer.me hidereferrer.com',
    'link',
    wholeQuery,
  ),
  row('nullrefer.ir dereferer.org blankrefer.com refhide.com', 'link', wholeQuery),
  row('linkedin.com', 'link', inParameter('url'), /^\/(?:safety\/go|redir\/)/i),
  row('disq.us', 'link', beforeChecksum),
  row('pinterest.*', 'link', inParameter('url'), /^\/offsite/i),
  row('tiktok.com', 'link', inParameter('target', 'url'), /^\/link\//i),
  row('deviantart.com', 'link', wholeQuery, /^\/users\/outgoing/i),
  row('exit.sc gate.sc', 'link', inParameter('url')),
  row('curseforge.com', 'link', inParameter('remoteurl'), /^\/linkout/i),
  row('getpocket.com', 'link', inParameter('url'), /^\/(?:redirect|save)/i),
  row('link.zhihu.com link.csdn.net link.juejin.cn', 'link', inParameter('target')),
  row('weibo.cn', 'link', inParameter('u'), /^\/sinaurl/i),
  row('t.me telegram.me', 'link', inParameter('url'), /^\/(?:iv|share)/i),
  row('go.skimresources.com', 'link', inParameter('url')),
  row('click.linksynergy.com', 'link', inParameter('murl')),
  row('awin1.com', 'link', inParameter('ued', 'p'), /^\/cread/i),
  row('redirectingat.com', 'link', inParameter('url')),
  row('viglink.com', 'link', inParameter('u', 'url')),
  // Short names that say what they stand for.
  row('redd.it', 'link', movedTo('www.reddit.com', '/comments'), shortcut),
  row('instagr.am', 'link', movedTo('www.instagram.com')),
  row('fb.me m.me', 'link', movedTo('www.facebook.com')),
  row('fb.watch', 'link', movedTo('www.facebook.com', '/watch')),
  row('discord.gg', 'link', movedTo('discord.com', '/invite')),
  row('dai.ly', 'link', movedTo('www.dailymotion.com', '/video')),
  row('amzn.com', 'link', movedTo('www.amazon.com', '/dp'), shortcut),
  row('flic.kr', 'link', movedTo('www.flickr.com')),
  row('pin.it', 'link', movedTo('www.pinterest.com')),
  row('lnkd.in', 'link', movedTo('www.linkedin.com')),
  row('vm.tiktok.com vt.tiktok.com', 'link', movedTo('www.tiktok.com')),
  row('maps.app.goo.gl', 'link', movedTo('maps.google.com')),
  row('goo.gl', 'link', movedTo('maps.google.com'), /^\/maps\//i),
  row('git.io', 'link', movedTo('github.com')),
]
