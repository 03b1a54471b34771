import { type Address, isIpAddress, readAddress } from './address.ts'

/** A site rule taken apart: a host, and a path prefix that is `/` when the whole host is meant. */
export interface SiteRuleParts {
  readonly host: string
  readonly path: string
}

/**
 * Reads `host` or `host/path` as a person writes it (with or without a scheme, `www.` kept, `*.` dropped).
 * Null when there is no host in it.
 */
export function readSitePattern(text: string): SiteRuleParts | null {
  const bare = text
    .trim()
    .replace(/^[a-z][\w+.-]*:\/\//i, '')
    .replace(/^\*\./, '')
  const address = bare.startsWith('/') ? null : readAddress(`http://${bare}`)
  if (!address) return null
  return { host: address.host, path: address.path.length > 1 ? address.path.replace(/\/$/, '') : '/' }
}

/** True when `host` is `rule` or one of its sub-domains. Whole labels only: `notbad.test` is no part of `bad.test`. */
export const hostIsWithin = (host: string, rule: string): boolean =>
  host === rule || (host.endsWith(rule) && host.charCodeAt(host.length - rule.length - 1) === 46)

/** True when `path` is `prefix` or lies below it. Whole segments only: `/bad` does not hold `/badge`. */
export const pathIsWithin = (path: string, prefix: string): boolean =>
  prefix === '/' ||
  path === prefix ||
  (path.startsWith(prefix) && (path[prefix.length] === '/' || prefix.endsWith('/')))

/** True when the rule covers the address. */
export const covers = (rule: SiteRuleParts, { host, path }: Pick<Address, 'host' | 'path'>): boolean =>
  (isIpAddress(host) ? host === rule.host : hostIsWithin(host, rule.host)) && pathIsWithin(path, rule.path)

/** How exact a rule is: more labels beat fewer, then the longer path wins. Compare with `<`. */
export const exactness = (rule: SiteRuleParts): number =>
  rule.host.split('.').length * 4096 + (rule.path === '/' ? 0 : Math.min(rule.path.length, 4095))
