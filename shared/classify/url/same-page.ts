import type { Address } from '../../domain/address.ts'
import { HostTable } from './host-table.ts'

const youTube = new HostTable<'long' | 'short' | 'picture'>([
  ['youtube.com youtube-nocookie.com youtubekids.com youtube.googleapis.com', 'long'],
  ['youtu.be yt.be', 'short'],
  ['img.youtube.com ytimg.com', 'picture'],
])

const videoId = /^[\w-]{11}$/
const idInPath = /^\/(?:embed|shorts|live|v|e|vi|watch|video)\/([\w-]{11})(?:[/&]|$)/i
const idInShortPath = /^\/([\w-]{11})(?:[/&]|$)/
const idInPicture = /^\/(?:an_)?vi(?:_webp)?\/([\w-]{11})\//
/** Eleven letters, and yet no video. */
const noVideos = new Set(['videoseries', 'live_stream'])
/** These hold `/watch?v=ID`, or all of such an address, in a parameter. */
const idInInner = /[?&]v=([\w-]{11})(?:&|$)/
const nested = /^\/(?:attribution_link|oembed|redirect_to)$/i

/**
 * The same page under the one name that rules use, when it goes by several: a YouTube video is `youtube.com/watch?v=ID` whether it is
 * watched, embedded, shared, short, live, without cookies or shown as a still; a playlist is `youtube.com/playlist?list=ID`.
 * Null when the address has no other name than its own.
 */
export function samePage(url: URL, host: string): Address | null {
  const kind = youTube.find(host)[0]?.value
  if (kind === undefined) return null
  const id = videoOf(url, kind)
  if (id !== null) return { host: 'youtube.com', path: '/watch', query: `v=${id}` }
  const list = url.searchParams.get('list')
  if (list !== null && kind !== 'picture')
    return { host: 'youtube.com', path: '/playlist', query: `list=${list}` }
  const channel = url.searchParams.get('channel')
  return channel !== null && /^\/embed\/live_stream/i.test(url.pathname)
    ? { host: 'youtube.com', path: `/channel/${channel.toLowerCase()}`, query: '' }
    : null
}

function videoOf({ pathname, searchParams }: URL, kind: 'long' | 'short' | 'picture'): string | null {
  if (kind === 'picture') return idInPicture.exec(pathname)?.[1] ?? null
  const named = searchParams.get('v') ?? searchParams.get('video_id')
  if (named !== null && videoId.test(named)) return named
  const inPath = (kind === 'short' ? idInShortPath : idInPath).exec(pathname)?.[1]
  if (inPath !== undefined) return noVideos.has(inPath.toLowerCase()) ? null : inPath
  if (!nested.test(pathname)) return null
  return idInInner.exec(searchParams.get('u') ?? searchParams.get('url') ?? '')?.[1] ?? null
}
