import { carriedAddress } from './carried-address.ts'
import { afterPath, type CarrierRow, either, inParameter, row, type Way, wholeQuery } from './carrier.ts'

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
  row(
    'r.jina.ai 12ft.io freedium.cfd outline.com txtify.it removepaywall.com 13ft.wasimaster.me',
    'relay',
    (url) => [...afterPath(/^\/+(?:proxy\?q=)?/i)(url), ...inParameter('q', 'url')(url)],
  ),
  row('textise.net', 'relay', inParameter('strurl')),
  row('printfriendly.com', 'relay', inParameter('url'), /^\/print/i),
  row('wsrv.nl images.weserv.nl', 'relay', inParameter('url')),
  row('i0.wp.com i1.wp.com i2.wp.com i3.wp.com', 'relay', afterPath(/^\//)),
  row('s.wordpress.com s0.wp.com', 'relay', afterPath(/^\/mshots\/v1\//i)),
  row('external-content.duckduckgo.com proxy.duckduckgo.com', 'relay', inParameter('u')),
  row('googleusercontent.com', 'relay', inParameter('url'), /^\/gadgets\/proxy/i),
  row('docs.google.com drive.google.com', 'relay', inParameter('url'), /^\/(?:gview|viewer(?:ng)?)/i),
  row('view.officeapps.live.com', 'relay', inParameter('src')),
  row('validator.w3.org', 'relay', inParameter('uri', 'doc')),
  row('jigsaw.w3.org', 'relay', inParameter('uri')),
  row('image.thum.io', 'relay', afterPath(/^\/get\/(?:[\w-]+\/)*?(?=https?:|[\w-]+\.)/i)),
  row('api.microlink.io', 'relay', inParameter('url')),
  row('htmlpreview.github.io', 'relay', wholeQuery),
  row('api.allorigins.win jsonp.afeld.me', 'relay', inParameter('url')),
  row('corsproxy.io', 'relay', either(wholeQuery, inParameter('url'))),
  row('cors-anywhere.herokuapp.com', 'relay', afterPath(/^\//)),
  row('api.codetabs.com', 'relay', inParameter('quest'), /^\/v1\/proxy/i),
  row('thingproxy.freeboard.io', 'relay', afterPath(/^\/fetch\//i)),
  row(
    'yewtu.be piped.video invidious.io inv.nadeko.net hooktube.com yout-ube.com nsfwyoutube.com',
    'relay',
    onYouTube,
  ),
  row('redlib.tux.pizza safereddit.com libreddit.de teddit.net', 'relay', ({ pathname, search }) => [
    carriedAddress(`https://www.reddit.com${pathname}${search}`),
  ]),
  row('nitter.net xcancel.com', 'relay', ({ pathname, search }) => [
    carriedAddress(`https://x.com${pathname}${search}`),
  ]),
]
