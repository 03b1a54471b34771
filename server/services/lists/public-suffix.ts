import { getPublicSuffix, parse } from 'tldts'

/** `registry`: a registry's own suffix (`co.uk`). `private`: one under which a company lets others have sites (`github.io`). */
export type SuffixKind = 'registry' | 'private'

const asIs = { allowPrivateDomains: true, extractHostname: false, validateHostname: false }

/** Labels of suffixes that are given only to institutions: whoever has a name below them was looked at. */
const institutions =
  /(?:^|\.)(?:ac|edu|ed|educ|eun|gob|gouv|gov|govt|go|gub|gv|int|k12|mil|museum|nhs|police|sch|school|schools)(?:\.|$)/

/** What kind of public suffix a host is, by the Public Suffix List; null for a site of somebody's own. */
export function suffixKind(host: string): SuffixKind | null {
  // Asked of every host of every list: the short question first.
  if (getPublicSuffix(host, asIs) !== host) return null
  if (parse(host, asIs).isIcann) return 'registry'
  // Where every name under a company's is a suffix (`*.compute.amazonaws.com`), one of them is one customer's machine.
  const sibling = `any-other-name${host.slice(host.indexOf('.'))}`
  return getPublicSuffix(sibling, asIs) === sibling ? null : 'private'
}

/** True for a suffix such as `gov.uk`, `nhs.uk`, `sch.uk`: a safe category may stand there, as it would be an allow for nobody else's sites. */
export const isInstitutional = (suffix: string): boolean => institutions.test(suffix)
