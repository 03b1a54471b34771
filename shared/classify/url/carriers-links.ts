import { carriedAddress, carriedInBase64, decoded } from './carried-address.ts'
import {
  afterPath,
  type CarrierRow,
  either,
  inParameter,
  movedTo,
  link,
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
  link('google.*', inParameter('q', 'url'), /^\/(?:url|interstitial|imgres)\b/i),
  link('google.*', inParameter('imgurl', 'imgrefurl'), /^\/imgres\b/i),
  link('google.* googleadservices.com', inParameter('adurl'), /^\/(?:aclk|pagead)/i),
  link('url.google.com', inParameter('q', 'url')),
  link('facebook.com', inParameter('u'), /^\/(?:l|flx\/warn)\b/i),
  link(
    'l.instagram.com l.threads.net l.threads.com l.messenger.com clicktime.symantec.com',
    inParameter('u'),
  ),
  link(
    `out.reddit.com slack-redir.net exit.sc gate.sc safelinks.protection.outlook.com statics.teams.cdn.office.net
     go.skimresources.com redirectingat.com viglink.com`,
    inParameter('url', 'u'),
  ),
  link('youtube.com', inParameter('q'), /^\/redirect\b/i),
  link('t.umblr.com', inParameter('z')),
  link('steamcommunity.com', either(inParameter('url', 'u')), /^\/linkfilter/i),
  link('vk.com vk.ru', inParameter('to'), /^\/away/i),
  link('ok.ru', inParameter('st.link'), /^\/dk/i),
  link('duckduckgo.com', inParameter('uddg'), /^\/l\b/i),
  link('bing.com', inBingParameter, /^\/(?:ck\/|alink|newtabredir)/i),
  link('bing.com', inParameter('mediaurl'), /^\/images\/search/i),
  link('search.yahoo.*', inYahooPath),
  link('images.search.yahoo.*', inParameter('imgurl', 'rurl'), /^\/images\/view/i),
  link('baidu.com', inParameter('objurl', 'fromurl')),
  link('yandex.*', inParameter('url', 'img_url'), /^\/(?:clck|images|redir)/i),
  link('urldefense.com urldefense.proofpoint.com urldefense.us', inDefendedLink),
  link('linkprotect.cudasvc.com', inParameter('a')),
  link('protection.sophos.com', inSophosParameters),
  link('secure-web.cisco.com', afterPath(/^\/.*\/(?=https?%3a)/i)),
  link('href.li anonym.to anonymz.com anon.to nullrefer.com dereferer.me hidereferrer.com', wholeQuery),
  link('linkedin.com', inParameter('url'), /^\/(?:safety\/go|redir\/)/i),
  link('disq.us', beforeChecksum),
  link('pinterest.*', inParameter('url'), /^\/offsite/i),
  link('tiktok.com', inParameter('target', 'url'), /^\/link\//i),
  link('deviantart.com', wholeQuery, /^\/users\/outgoing/i),
  link('curseforge.com', inParameter('remoteurl'), /^\/linkout/i),
  link('getpocket.com', inParameter('url'), /^\/(?:redirect|save)/i),
  link('link.zhihu.com link.csdn.net link.juejin.cn', inParameter('target')),
  link('weibo.cn', inParameter('u'), /^\/sinaurl/i),
  link('t.me telegram.me', inParameter('url'), /^\/(?:iv|share)/i),
  link('click.linksynergy.com', inParameter('murl')),
  link('awin1.com', inParameter('ued', 'p'), /^\/cread/i),
  // Short names that say what they stand for.
  link('redd.it', movedTo('www.reddit.com', '/comments'), shortcut),
  link('instagr.am', movedTo('www.instagram.com')),
  link('fb.me m.me', movedTo('www.facebook.com')),
  link('fb.watch', movedTo('www.facebook.com', '/watch')),
  link('discord.gg', movedTo('discord.com', '/invite')),
  link('dai.ly', movedTo('www.dailymotion.com', '/video')),
  link('amzn.com', movedTo('www.amazon.com', '/dp'), shortcut),
  link('flic.kr', movedTo('www.flickr.com')),
  link('pin.it', movedTo('www.pinterest.com')),
  link('lnkd.in', movedTo('www.linkedin.com')),
  link('vm.tiktok.com vt.tiktok.com', movedTo('www.tiktok.com')),
  link('maps.app.goo.gl', movedTo('maps.google.com')),
  link('goo.gl', movedTo('maps.google.com'), /^\/maps\//i),
  link('git.io', movedTo('github.com')),
]
