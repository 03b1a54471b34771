import { carriedAddress } from './carried-address.ts'
import { afterPath, type CarrierRow, either, inParameter, relay, type Way, wholeQuery } from './carrier.ts'

/** `/ID` or `?v=ID`, as every front end for YouTube has it. */
const onYouTube: Way = ({ pathname, searchParams }) => {
  const id = searchParams.get('v') ?? /^\/(?:embed\/|shorts\/|v\/|e\/)?([\w-]{11})\/?$/.exec(pathname)?.[1]
  return id === undefined ? [] : [`https://www.youtube.com/watch?v=${encodeURIComponent(id)}`]
}

/**
 * Services that fetch what they are told to and hand it on: readers without pay walls, viewers of documents, image and script relays,
 * other front ends. What they hand on counts; that they are no proxies for a whole school is a matter of lists.
 */
export const relayCarriers: readonly CarrierRow[] = [
  relay(
    'r.jina.ai 12ft.io freedium.cfd outline.com txtify.it removepaywall.com 13ft.wasimaster.me',
    (url) => [...afterPath(/^\/+(?:proxy\?q=)?/i)(url), ...inParameter('q', 'url')(url)],
  ),
  relay('textise.net', inParameter('strurl')),
  relay('printfriendly.com', inParameter('url'), /^\/print/i),
  relay('wsrv.nl images.weserv.nl', inParameter('url')),
  relay('i0.wp.com i1.wp.com i2.wp.com i3.wp.com', afterPath(/^\//)),
  relay('s.wordpress.com s0.wp.com', afterPath(/^\/mshots\/v1\//i)),
  relay('external-content.duckduckgo.com proxy.duckduckgo.com', inParameter('u')),
  relay('googleusercontent.com', inParameter('url'), /^\/gadgets\/proxy/i),
  relay('docs.google.com drive.google.com', inParameter('url'), /^\/(?:gview|viewer(?:ng)?)/i),
  relay('view.officeapps.live.com', inParameter('src')),
  relay('validator.w3.org', inParameter('uri', 'doc')),
  relay('jigsaw.w3.org', inParameter('uri')),
  relay('image.thum.io', afterPath(/^\/get\/(?:[\w-]+\/)*?(?=https?:|[\w-]+\.)/i)),
  relay('api.microlink.io', inParameter('url')),
  relay('htmlpreview.github.io', wholeQuery),
  relay('api.allorigins.win jsonp.afeld.me', inParameter('url')),
  relay('corsproxy.io', either(wholeQuery, inParameter('url'))),
  relay('cors-anywhere.herokuapp.com', afterPath(/^\//)),
  relay('api.codetabs.com', inParameter('quest'), /^\/v1\/proxy/i),
  relay('thingproxy.freeboard.io', afterPath(/^\/fetch\//i)),
  relay(
    'yewtu.be piped.video invidious.io inv.nadeko.net hooktube.com yout-ube.com nsfwyoutube.com',
    onYouTube,
  ),
  relay('redlib.tux.pizza safereddit.com libreddit.de teddit.net', ({ pathname, search }) => [
    carriedAddress(`https://www.reddit.com${pathname}${search}`),
  ]),
  relay('nitter.net xcancel.com', ({ pathname, search }) => [
    carriedAddress(`https://x.com${pathname}${search}`),
  ]),
]
