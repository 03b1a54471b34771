/** A web address in the one form that rules are compared in. */
export interface Address {
  /** Lower case, punycode, no trailing dot, no brackets; IPv4 in dotted decimal whatever notation was typed. */
  readonly host: string
  /** Lower case, percent-decoded where that changes nothing, single slashes, leading slash. For prefix rules, not for display. */
  readonly path: string
  /** Everything after `?`, as it came. */
  readonly query: string
  /** Everything after `#`, as it came; absent when there is nothing. No server sees it, but what an engine searches for may stand there. */
  readonly fragment?: string
}

const wrappers = /^(?:view-source:|blob:|filesystem:)+/i
const carriers = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:'])
const mappedIpv4 = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/
const ip = /^\d+\.\d+\.\d+\.\d+$|:/

/** True for a normalised host that is an IP address and so has no parent domains. */
export const isIpAddress = (host: string): boolean => {
  const last = host.charCodeAt(host.length - 1)
  // Most hosts end in a letter and hold no colon: the expression is for the others.
  return ((last > 47 && last < 58) || host.includes(':')) && ip.test(host)
}

/**
 * Reads an address as the browser does (WHATWG URL) and then irons out what the standard leaves alone: trailing dots,
 * IPv4-mapped IPv6 (RFC 4291, 2.5.5.2), needless percent-encoding (RFC 3986, 6.2.2.2), letter case and doubled slashes of the path.
 * Userinfo and port play no part. Null when it is no address or carries no host (about:, data:, file:, chrome: …).
 */
export function readAddress(url: string): Address | null {
  const parsed = readUrl(url)
  return parsed && addressOf(parsed)
}

/** The browser's own reading of an address that carries a host, from which `addressOf` makes an `Address`. Null for all others. */
export function readUrl(url: string): URL | null {
  const parsed = parse(url.trim().replace(wrappers, ''))
  return parsed !== null && carriers.has(parsed.protocol) ? parsed : null
}

/** Asking `canParse` first would read every address of every request twice. */
function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** What `readAddress` makes of an address that the browser has read. */
export function addressOf(parsed: URL): Address | null {
  const host = readHost(parsed.hostname)
  if (host === '') return null
  const address = { host, path: readPath(parsed.pathname), query: parsed.search.slice(1) }
  return parsed.hash.length > 1 ? { ...address, fragment: parsed.hash.slice(1) } : address
}

function readHost(hostname: string): string {
  if (hostname.startsWith('[')) {
    const inner = hostname.slice(1, -1)
    const mapped = mappedIpv4.exec(inner)
    if (!mapped) return inner
    const high = Number.parseInt(mapped[1] ?? '0', 16)
    const low = Number.parseInt(mapped[2] ?? '0', 16)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  // By hand: an expression looks at each run of dots from each of its dots, and a host of 64,000 dots would hold every gate for seconds.
  let end = hostname.length
  while (hostname.charCodeAt(end - 1) === 46) end--
  return hostname.slice(0, end).toLowerCase()
}

const decodable = /%([2-7][0-9a-f])/gi
/** Kept encoded: decoding these would change where the path, the query or the fragment ends, or what `%` means. */
const delimiters = new Set(['/', '?', '#', '%', '\\'])

function readPath(pathname: string): string {
  const decoded = pathname.replace(decodable, (code, digits: string) => {
    const letter = String.fromCharCode(Number.parseInt(digits, 16))
    return delimiters.has(letter) || digits.toLowerCase() === '7f' ? code : letter
  })
  return decoded.toLowerCase().replace(/\/{2,}/g, '/')
}
