import { type Address, isIpAddress, readAddress } from './address.ts'

/** A site rule taken apart. */
export interface SiteRuleParts {
  readonly host: string
  /** A prefix of whole segments; `/` when the whole host is meant. */
  readonly path: string
  /** One of `queryParts`, when the rule is about one page of a path (`watch?v=…`): then the path is that path alone. Else empty. */
  readonly query: string
}

/** More parameters than an honest address has; what comes after is not looked at. */
const mostParameters = 16

/**
 * What rules can name of a query: each parameter as `name=value` (name in lower case, both decoded), and, when there are several, all of
 * them in the order of the address. `v=1&t=2` gives `v=1`, `t=2`, `v=1&t=2`.
 */
export function queryParts(query: string): string[] {
  if (query === '') return []
  const parts: string[] = []
  for (const [name, value] of new URLSearchParams(query)) {
    if (parts.length === mostParameters) break
    parts.push(`${name.toLowerCase()}=${value}`)
  }
  return parts.length > 1 ? [...new Set([...parts, parts.join('&')])] : parts
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
  return {
    host: address.host,
    path: address.path.length > 1 ? address.path.replace(/\/$/, '') : '/',
    query: queryParts(address.query).at(-1) ?? '',
  }
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
export const covers = (rule: SiteRuleParts, { host, path, query }: Address): boolean =>
  (isIpAddress(host) ? host === rule.host : hostIsWithin(host, rule.host)) &&
  (rule.query === ''
    ? pathIsWithin(path, rule.path)
    : path.replace(/(?<=.)\/$/, '') === rule.path && queryParts(query).includes(rule.query))

/** How exact a rule is: more labels beat fewer, then a query beats none, then the longer path wins. Compare with `<`. */
export const exactness = (rule: SiteRuleParts): number =>
  rule.host.split('.').length * 8192 +
  (rule.query === '' ? 0 : 4096) +
  (rule.path === '/' ? 0 : Math.min(rule.path.length, 4095))
