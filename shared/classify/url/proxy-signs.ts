import { textOfBase64 } from '../../base/base64-text.ts'
import { carriedAddress, carriedInBase64, decoded, longestCarried } from './carried-address.ts'
import { freeHosting } from './free-hosting.ts'
import { looksRandom } from './random-looking.ts'

/** What an address shows of a web proxy by its form alone. */
export interface ProxySigns {
  /** The sign in words; null when the address leads somewhere but is no proof. */
  readonly sign: string | null
  /** False for a mere suspicion, which a list that knows the host as safe outweighs. */
  readonly isProof: boolean
  readonly leadsTo: readonly string[]
}

interface Sign {
  readonly name: string
  readonly form: RegExp
  /** What the first group of `form` leads to; signs without it are proof by themselves. */
  readonly read?: (piece: string, url: URL) => string | null
}

const plain = (piece: string): string | null => carriedAddress(piece, true)
const base64 = (piece: string): string | null => carriedInBase64(piece, true)

/** Ultraviolet's codec: every second unit xor 2, all of it percent-encoded; a query of the proxied page comes behind, as it was. */
function xored(piece: string): string | null {
  const [coded = '', ...query] = decoded(piece).split('?')
  const text = Array.from({ length: coded.length }, (_, at) =>
    String.fromCharCode(at % 2 === 1 ? coded.charCodeAt(at) ^ 2 : coded.charCodeAt(at)),
  ).join('')
  return carriedAddress([text, ...query].join('?'), true)
}

/** CGIProxy: `FLAGS/https/host/path`. */
const slashed = (piece: string): string | null =>
  carriedAddress(piece.replace(/^(https?)\/+/i, '$1://').replace(/^(https?)=3a/i, '$1:'), true)

const rotated = (piece: string): string | null =>
  plain(
    decoded(piece).replaceAll(/[a-z]/gi, (letter) => {
      const code = letter.charCodeAt(0)
      const first = code < 97 ? 65 : 97
      return String.fromCharCode(((code - first + 13) % 26) + first)
    }),
  )

/** Glype leaves `http` out before it encodes. */
function glyped(piece: string): string | null {
  const text = textOfBase64(decoded(piece))
  return text === null ? null : plain(/^s?:\/\//.test(text) ? `http${text}` : text)
}

/** CroxyProxy keeps the path and names the origin it belongs to. */
const elsewhere = (piece: string, { pathname }: URL): string | null => {
  const origin = base64(piece)
  return origin === null ? null : carriedAddress(origin.replace(/\/$/, '') + pathname, true)
}

/**
 * The forms that proxy software gives its addresses, as published in its source. Everything that an honest site might use too must
 * also hold something that decodes to a whole address.
 */
const signs: readonly Sign[] = [
  { name: 'Ultraviolet', form: /\/(hvtrs?(?:8|:|%3a)[^#]*)/i, read: xored },
  {
    name: 'Ultraviolet',
    form: /\/(?:uv|service|scramjet|scram|sj)\/(aHR0c[\w+/=%-]+)/,
    read: base64,
  },
  { name: 'Ultraviolet', form: /\/(?:uv\/service|~\/uv)\/(https?(?::|%3a)[^#]*)/i, read: plain },
  {
    name: 'Ultraviolet',
    form: /\/uv[./](?:uv\.)?(?:bundle|config|handler|client|sw)(?:\.\w{6,10})?\.js(?:\?|$)/i,
  },
  { name: 'Scramjet', form: /\/(?:scramjet|scram|~\/(?:sj|scramjet))\/(https?(?::|%3a)[^#]*)/i, read: plain },
  {
    name: 'Scramjet',
    form: /\/scramjet[./](?:all|bundle|client|codecs|controller|shared|sync|worker|wasm)(?:\.\w+)?\.(?:js|wasm)(?:\?|$)/i,
  },
  { name: 'Rammerhead', form: /^\/[0-9a-f]{32}(?:[!*][^/]*)?\/(https?:\/[^#]*)$/i, read: plain },
  { name: 'Rammerhead', form: /^\/[0-9a-f]{32}(?:[!*][^/]*)?\/_rhs/i },
  { name: 'Rammerhead', form: /\/(?:rammerhead|hammerhead)\.js(?:\?|$)/i },
  { name: 'a TompHTTP bare server', form: /^\/(?:\w+\/)?bare(?:server)?\/v[1-3]\/?$/i },
  { name: 'Corrosion', form: /\/corrosion\/(?:gateway|https?|aHR0c|hvtrs)/i },
  { name: 'Womginx', form: /^\/main\/(https?:\/[^#]*)$/i, read: plain },
  { name: 'Alloy', form: /^\/(?:alloy|session)\/(?:\?url=)?(aHR0c[\w+/=%-]+)/, read: base64 },
  {
    name: 'CGIProxy',
    form: /\/nph-(?:proxy|index)\.(?:cgi|pl)(?:\/[0-9a-f]{2,14})?\/(https?(?:\/|=3a|:)[^#]*)/i,
    read: slashed,
  },
  { name: 'CGIProxy', form: /\/nph-proxy\.(?:cgi|pl)(?:[/?]|$)/i },
  { name: 'Glype', form: /\/(?:browse|go|surf)\.php\?(?:.*&)?u=([^&#]+)/i, read: glyped },
  { name: 'Glype', form: /\/browse\.php\?(?:.*&)?u=(https?(?::|%3a)[^&#]+)(?:.*&)?b=\d/i, read: plain },
  {
    name: 'PHProxy',
    form: /(?:\/|\.php)\?(?:.*&)?(?:q|_proxurl|url)=(aHR0c[^&#]+)/,
    read: (piece) => base64(decoded(piece)),
  },
  { name: 'PHProxy', form: /(?:\/|\.php)\?(?:.*&)?q=(uggcf?(?::|%3a)[^&#]+)/i, read: rotated },
  { name: 'miniProxy', form: /\/miniproxy\.php(?:\?|$)/i },
  { name: 'CroxyProxy', form: /[?&]__cpo=(aHR0c[\w=%-]+)/, read: elsewhere },
  { name: 'CroxyProxy', form: /[?&]__cp[io]=[\w=%-]{8}/ },
  { name: 'KProxy', form: /\/servlet\/redirect\.srv\//i },
]

/** A look for any of them: almost no address has one. Kept in step with `signs` by a test. */
const anySign =
  /hvtr|\/(?:~\/|uv|sj\/|scram|service\/|rammer|hammer|corrosion|main\/h|alloy|session\/|servlet\/r)|^\/[0-9a-f]{32}|bare|nph-|\.php\?|\/\?|__cp/i

/** Where relays put a plain address. Honest sites do too, so it proves nothing, but what they fetch counts. */
const plainInPath =
  /\/(?:proxy|service|gateway|fetch|get|go|browse|visit|surf|unblock(?:er)?)\/(https?(?::|%3a)[^#]*)$/i

/** Words that proxies for pupils call themselves by, as whole words. */
const proxyWord =
  /(?:^|[^a-z])(?:prox(?:y|ies)|unblock(?:ed|er|s)?|ultraviolet|rammerhead|scramjet|holyub?|hvtrs|bypass)(?![a-z])/i

/**
 * Looks for the signs of a web proxy in an address alone: those of known software on any host, and, on hosts whose name looks like
 * nobody chose it, what makes such a host suspicious: a proxy's words, or a place where sites are put up in a minute.
 * Null when there is none. @param host normalised
 */
export function proxySigns(url: URL, host: string): ProxySigns | null {
  // What a proxy reads stands in front: padding behind it hides nothing, and a long address costs no more.
  const text = (url.pathname + url.search).slice(0, longestCarried)
  const known = anySign.test(text) ? knownSoftware(text, url) : null
  if (known) return known
  if (/^wss?:/.test(url.protocol) && url.pathname.endsWith('/wisp/')) return proof('a Wisp relay', null)
  const { hash } = url
  const behindHash = hash === '' ? null : xored(/^#[/!]*(hvtrs?(?:8|:|%3a).*)/i.exec(hash)?.[1] ?? '')
  if (behindHash !== null) return proof('an address as Ultraviolet writes it', behindHash)
  const inPath = text.includes('http') ? plain(plainInPath.exec(text)?.[1] ?? '') : null
  const leadsTo = inPath === null ? [] : [inPath]
  const sign = suspicious(text, host, leadsTo.length > 0)
  return sign === null && leadsTo.length === 0 ? null : { sign, isProof: false, leadsTo }
}

const proof = (sign: string, target: string | null): ProxySigns => ({
  sign,
  isProof: true,
  leadsTo: target === null ? [] : [target],
})

function knownSoftware(text: string, url: URL): ProxySigns | null {
  for (const { name, form, read } of signs) {
    const found = form.exec(text)
    if (!found) continue
    const target = read ? read(found[1] ?? '', url) : null
    if (target !== null || !read) return proof(`an address as ${name} writes it`, target)
  }
  return null
}

function suspicious(text: string, host: string, leadsOn: boolean): string | null {
  const ending = freeHosting.find(host)[0]?.host
  const words = proxyWord.test(text) || proxyWord.test(host)
  if (!leadsOn && !words && ending === undefined) return null
  if (ending !== undefined && leadsOn && words) return `a relay on ${ending}`
  const label = ownLabel(host, ending)
  const others = [ending !== undefined, leadsOn, words].filter(Boolean).length
  if (!looksRandom(label, others === 1)) return null
  return ending === undefined ? 'a name that looks random' : `a name that looks random, on ${ending}`
}

/** The label that its owner chose: the one before a known ending, else the one before the top-level domain. */
function ownLabel(host: string, ending: string | undefined): string {
  const labels = (ending === undefined ? host : host.slice(0, -ending.length - 1)).split('.')
  return (ending === undefined ? labels.at(-2) : labels.at(-1)) ?? ''
}
