import { type Address, readAddress } from '../../domain/address.ts'
import { type CategoryId, traitsOf } from '../../domain/category.ts'
import { exactness } from '../../domain/site.ts'
import type { Evidence, Verdict } from '../../domain/verdict.ts'
import type { ListBundle } from './bundle-reader.ts'
import { siteName } from './rule-table.ts'
import { searchQueryOf } from './search-query.ts'
import { phrasesIn } from './search-words.ts'

/** Asked of every address: what is it about? */
export type UrlClassifier = (url: string) => Verdict

interface Found {
  readonly evidence: Evidence
  readonly exactness: number
}

/** Deeper than any host or path rule: what somebody typed says more than the site they typed it into. */
const queryExactness = Number.MAX_SAFE_INTEGER

/**
 * A classifier over some bundles, the packaged one first.
 * An allowing (safe) category beats what is as exact or less exact than itself, the longer rule wins; `support` beats every list.
 * Neither ever beats a locked category.
 */
export function urlClassifier(bundles: readonly ListBundle[]): UrlClassifier {
  return (url) => {
    const address = readAddress(url)
    if (!address) return { url, host: '', path: '', query: '', evidence: [], seeksHelp: false }
    const query = searchQueryOf(address)
    const words = query === null ? [] : bundles.flatMap((bundle) => inQuery(bundle, query))
    const found = [
      ...words.map(({ found: piece }) => piece),
      ...bundles.flatMap((bundle) => inLists(bundle, address)),
    ]
    const evidence = onceEach(settle(found).map((piece) => piece.evidence))
    return {
      url,
      host: address.host,
      path: address.path,
      query: address.query,
      evidence,
      seeksHelp: words.length > 0 && words.every(({ help }) => help),
    }
  }
}

/** One address against some bundles; for many addresses make a `urlClassifier` once. */
export const classifyUrl = (url: string, bundles: readonly ListBundle[]): Verdict =>
  urlClassifier(bundles)(url)

function inLists(bundle: ListBundle, address: Address): Found[] {
  const list = `${bundle.name} ${bundle.version}`
  const source = bundle.name === 'starter' ? 'starter' : 'list'
  return bundle.lookup(address).flatMap((match) => {
    const rule = siteName(match)
    return match.categories.map((category) => ({
      evidence: { category, source, rule, list } as const,
      exactness: exactness(match),
    }))
  })
}

function inQuery(bundle: ListBundle, query: string): { found: Found; help: boolean }[] {
  const list = `${bundle.name} ${bundle.version}`
  return phrasesIn(query, bundle).map(({ category, words, help }) => ({
    found: { evidence: { category, source: 'query', rule: words, list }, exactness: queryExactness },
    help,
  }))
}

/** A school's bundle may repeat what the packaged one says: a trace says it once. */
const onceEach = (evidence: readonly Evidence[]): Evidence[] => [
  ...new Map(evidence.map((piece) => [`${piece.category} ${piece.rule}`, piece])).values(),
]

function settle(found: readonly Found[]): Found[] {
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
