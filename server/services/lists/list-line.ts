import { siteName } from '#shared/classify/url/rule-table.ts'
import { isIpAddress } from '#shared/domain/address.ts'
import { readSitePattern } from '#shared/domain/site.ts'

/** Why a line of a list gave no rule. */
export type RefusalReason =
  | 'too-long'
  | 'not-text'
  | 'markup'
  | 'cosmetic'
  | 'pattern'
  | 'limited'
  | 'wildcard'
  | 'fragment'
  | 'single-label'
  | 'local-address'
  | 'no-host'

/** What a line says: sites to list, sites that the list takes back (`@@||host^`), nothing (blank, comment), or why it cannot be a rule. */
export type ListLine =
  | 'nothing'
  | { readonly sites: readonly string[]; readonly except: boolean }
  | { readonly refused: RefusalReason }

/** The longest line that is looked at, in bytes; no address of a list is longer, and what is longer is not kept in memory. */
export const longestLine = 4096

const plainHost = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
const sinkhole = /^(?:0\.0\.0\.0|127\.0\.0\.1|::1?|0)\s+(?=\S)/
const machineNames = /^(?:localhost|localhost\.localdomain|local|broadcasthost|0\.0\.0\.0|ip6-[a-z]+)$/
const localAddress =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|22[4-9]|2[3-5]\d)\.|^(?:::1?$|f[cd][0-9a-f]{2}:|fe80:)/
const cosmetic = /#(?:@|\?|\$|%|@\?|@\$)?#/
/** Options of an Adblock rule that leave it a rule about a whole site. */
const wholeSite = new Set(['document', 'doc', 'all', 'important'])

const refused = (reason: RefusalReason): ListLine => ({ refused: reason })
const one = (text: string, except = false): ListLine => {
  const site = readSite(text)
  return typeof site === 'string' ? { sites: [site], except } : site
}

/**
 * One line of a published list, in whichever of these forms it is written: a host, an address with or without scheme, port and path, a line
 * of a hosts file, `*.host`, an Adblock domain rule (`||host^`, `@@||host^`), a line for dnsmasq (`address=/host/`), unbound
 * (`local-zone: "host"`) or a response policy zone (`host CNAME .`). Sites come back as `siteName` writes them.
 */
export function readListLine(line: string): ListLine {
  if (line.length > longestLine) return refused('too-long')
  const text = line.trim()
  if (text === '' || /^(?:[!;]|#(?!@?#)|\[Adblock|\$(?:TTL|ORIGIN)\b|---$)/i.test(text)) return 'nothing'
  if (/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/.test(text)) return refused('not-text')
  if (text.startsWith('<')) return refused('markup')
  if (cosmetic.test(text)) return refused('cosmetic')
  if (text.startsWith('||') || text.startsWith('@@')) return readAdblock(text)
  const named = /^(?:address|server|local)=\/(.+)\/[^/]*$/.exec(text)?.[1]?.split('/')
  if (named) return several(named)
  const zone = /^local-zone:\s*"([^"]+)"\s+(?:always_)?\w+$/.exec(text)?.[1]
  if (zone !== undefined) return one(zone)
  return readZone(text) ?? readPlain(text)
}

/** `||host^` and `||host/path`, with options that still mean the whole site. Everything else that Adblock lists hold is about parts of pages. */
function readAdblock(text: string): ListLine {
  const rule = /^(@@)?\|\|([^^$|*]+?)\^?\|?(?:\$(.*))?$/.exec(text)
  if (!rule?.[2]) return refused(text.includes('*') ? 'wildcard' : 'pattern')
  if (rule[3]?.split(',').some((option) => !wholeSite.has(option.trim()))) return refused('limited')
  return one(rule[2], rule[1] !== undefined)
}

/** A record of a response policy zone; the zone's own records say nothing. */
function readZone(text: string): ListLine | null {
  const record = /^(\S+)\s+(?:\d+\s+)?(?:IN\s+)?(CNAME|A|AAAA|NS|SOA)\s+(\S+)/i.exec(text)
  if (record === null) return /^[\d\s()]+$/.test(text) && /\s|[()]/.test(text) ? 'nothing' : null
  const [, owner = '', kind = '', target = ''] = record
  if (/^(?:NS|SOA)$/i.test(kind)) return 'nothing'
  return one(owner, /^rpz-passthru\.?$/i.test(target))
}

function readPlain(text: string): ListLine {
  const isEntryOfHosts = sinkhole.test(text)
  const bare = (isEntryOfHosts ? text.replace(sinkhole, '') : text).split(/\s+[#!;]/, 1)[0]?.trim() ?? ''
  if (bare === '') return 'nothing'
  if (bare.includes('#')) {
    const [before = '', ...after] = bare.split('#')
    // An address with a fragment is about a part of a page that no gate sees: without it, the whole page would be meant.
    if (before.includes('/') && after.join('') !== '') return refused('fragment')
    return before === '' ? 'nothing' : several([before.trim()])
  }
  const names = bare.split(/\s+/)
  if (names.length > 1 && !isEntryOfHosts) return refused('pattern')
  const meant =
    isEntryOfHosts || machineNames.test(bare) ? names.filter((name) => !machineNames.test(name)) : names
  return meant.length === 0 ? 'nothing' : several(meant)
}

function several(names: readonly string[]): ListLine {
  const [first = ''] = names
  if (names.length === 1) return one(first)
  const sites: string[] = []
  for (const name of names) {
    const site = readSite(name)
    if (typeof site !== 'string') return site
    sites.push(site)
  }
  return { sites, except: false }
}

function readSite(text: string): string | { refused: RefusalReason } {
  const bare = text.replace(/^(?:\*?\.)/, '')
  const lower = bare.toLowerCase()
  if (lower.length < 254 && plainHost.test(lower)) return lower
  if (bare.includes('*')) return { refused: 'wildcard' }
  if (/[\s<>"'`(){}|^\\]/.test(bare)) return { refused: 'pattern' }
  const parts = bare.startsWith('/') ? null : readSitePattern(bare)
  if (parts === null) return { refused: 'no-host' }
  const { host } = parts
  if (isIpAddress(host)) {
    if (ipv4.test(host) && !/^[a-z][\w+.-]*:|^[\d.]+(?:[:/]|$)/i.test(bare)) return { refused: 'no-host' }
    return localAddress.test(host) ? { refused: 'local-address' } : siteName(parts)
  }
  if (host.length > 253 || host.split('.').some((label) => label.length > 63)) return { refused: 'too-long' }
  if (!host.includes('.')) return { refused: 'single-label' }
  return plainHost.test(host) ? siteName(parts) : { refused: 'no-host' }
}
