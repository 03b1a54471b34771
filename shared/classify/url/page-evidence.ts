import type { Address } from '../../domain/address.ts'
import { type CategoryId, traitsOf } from '../../domain/category.ts'
import { exactness } from '../../domain/site.ts'
import type { Evidence } from '../../domain/verdict.ts'
import type { ListBundle } from './bundle-reader.ts'
import type { Lookalike } from './lookalike.ts'
import { siteName } from './rule-table.ts'
import { phrasesIn } from './search-words.ts'

/** A piece of evidence, and how exact the rule is that gave it. */
export interface Found {
  readonly evidence: Evidence
  readonly exactness: number
}

/** Deeper than any host or path rule: what somebody typed says more than the site they typed it into. */
const queryExactness = Number.MAX_SAFE_INTEGER

/** What a bundle's rules say of an address. */
export function inLists(bundle: ListBundle, address: Address): Found[] {
  const matches = bundle.lookup(address)
  if (matches.length === 0) return []
  const list = `${bundle.name} ${bundle.version}`
  const source = bundle.name === 'starter' ? 'starter' : 'list'
  return matches.flatMap((match) => {
    const rule = siteName(match)
    return match.categories.map((category) => ({
      evidence: { category, source, rule, list } as const,
      exactness: exactness(match),
    }))
  })
}

/** What a bundle's phrases say of a search. */
export function inQuery(bundle: ListBundle, query: string): { found: Found; help: boolean }[] {
  const list = `${bundle.name} ${bundle.version}`
  return phrasesIn(query, bundle).map(({ category, words, help }) => ({
    found: { evidence: { category, source: 'query', rule: words, list }, exactness: queryExactness },
    help,
  }))
}

/** A double of a well-known host, as exact as a rule for that host: a list that knows the host as safe knows better. */
export const ofLookalike = ({ host, original }: Lookalike): Found => ({
  evidence: {
    category: 'phishing',
    source: 'address',
    rule: `${host} (looks like ${original})`,
    list: 'address',
  },
  exactness: exactness({ host, path: '/', query: '' }),
})

/** Signs of a proxy: proof is as exact as a rule for that very page, a suspicion only as one for the host. */
export const ofProxySign = (sign: string, isProof: boolean, { host, path }: Address): Found => ({
  evidence: { category: 'proxy', source: 'address', rule: `${host} (${sign})`, list: 'address' },
  exactness: exactness({ host, path: isProof ? `${path}.` : '/', query: '' }),
})

/** A school's bundle may repeat what the packaged one says: a trace says it once. */
export const onceEach = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.length < 2
    ? [...evidence]
    : [...new Map(evidence.map((piece) => [`${piece.category} ${piece.rule}`, piece])).values()]

/**
 * What stands of everything found on one page: an allowing (safe) category beats what is as exact or less exact than itself, the longer
 * rule wins; `support` beats every list. Neither ever beats a locked category.
 */
export function settle(found: readonly Found[]): Found[] {
  if (found.length < 2) return [...found]
  const is = (test: (category: CategoryId) => boolean) =>
    found.filter(({ evidence }) => test(evidence.category))
  const supported = is((category) => category === 'support').length > 0
  const safest = Math.max(
    -1,
    ...is((category) => traitsOf(category).kind === 'safe').map((piece) => piece.exactness),
  )
  const stands = ({ evidence, exactness: depth }: Found): boolean => {
    const traits = traitsOf(evidence.category)
    if (traits.locked || traits.kind === 'safe') return true
    return !supported && depth > safest
  }
  return found.filter(stands).toSorted((one, other) => other.exactness - one.exactness)
}
