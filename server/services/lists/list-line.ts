import { readSitePattern } from '#shared/domain/site.ts'

const plainHost = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
const sinkhole = /^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+/

/**
 * One line of a published list: a host, a host/path, or a line of a hosts file. `nothing` for blank lines and comments,
 * `refused` for what cannot be a rule: markup, wildcards within, single labels, names longer than the DNS allows (RFC 1035, 2.3.4).
 */
export function readListLine(line: string): { site: string } | 'nothing' | 'refused' {
  if (line.length > 2048) return 'refused'
  const text = (line.charCodeAt(0) === 0xfeff ? line.slice(1) : line).trim().replace(sinkhole, '')
  const bare =
    text
      .split(/\s[#!]|\s*#/, 1)[0]
      ?.trim()
      .toLowerCase() ?? ''
  if (bare === '' || text.startsWith('!')) return 'nothing'
  if (bare.length < 254 && plainHost.test(bare)) return { site: bare }
  if (/[\s<>*"'(){}|]/.test(bare)) return 'refused'
  const parts = readSitePattern(bare)
  if (!parts || parts.host.length > 253 || !(plainHost.test(parts.host) || ipv4.test(parts.host)))
    return 'refused'
  return { site: parts.path === '/' ? parts.host : parts.host + parts.path }
}
