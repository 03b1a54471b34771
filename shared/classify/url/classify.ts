import { type Address, addressOf, readUrl } from '../../domain/address.ts'
import { traitsOf } from '../../domain/category.ts'
import type { Evidence, Verdict } from '../../domain/verdict.ts'
import type { ListBundle } from './bundle-reader.ts'
import { lookalike } from './lookalike.ts'
import { type Found, inLists, inQuery, ofLookalike, ofProxySign, onceEach, settle } from './page-evidence.ts'
import { proxySigns } from './proxy-signs.ts'
import { samePage } from './same-page.ts'
import { searchQueryOf, usualQueryOf } from './search-query.ts'
import { type Carried, mostCarried, unwrap, unwrapAnything } from './unwrap.ts'

/** Asked of every address: what is it about? */
export type UrlClassifier = (url: string) => Verdict

/** A translation of an archive's copy of … : nobody needs more, and a hostile address must not cost more. */
const deepest = 4
const mostAddresses = 12

/** What one address says by itself and by what it leads to. */
interface Page {
  readonly evidence: readonly Evidence[]
  /** For each phrase searched for: is it one of somebody who looks for help? */
  readonly helpWords: readonly boolean[]
  readonly leadsTo: readonly Address[]
  readonly samePage: Address | null
}

/** What has been looked at on the way: nothing is looked at twice, so a loop ends. */
interface Walk {
  readonly depth: number
  readonly seen: Set<string>
}

/**
 * A classifier over some bundles, the packaged one first. Pure: the same bundles and address give the same verdict.
 * An address is judged by itself, by the name under which rules know the same page, and by every address that it carries.
 */
export function urlClassifier(bundles: readonly ListBundle[]): UrlClassifier {
  return (url) => {
    const parsed = readUrl(url)
    const address = parsed && addressOf(parsed)
    if (!parsed || !address) return { url, host: '', path: '', query: '', evidence: [], seeksHelp: false }
    const { host, path, query } = address
    const page = judge(bundles, parsed, address, null)
    return {
      url,
      host,
      path,
      query,
      evidence: onceEach(page.evidence),
      seeksHelp: page.helpWords.length > 0 && page.helpWords.every((help) => help),
      ...(page.samePage ? { samePage: page.samePage } : {}),
      ...(page.leadsTo.length > 0 ? { leadsTo: page.leadsTo } : {}),
    }
  }
}

/** One address against some bundles; for many addresses make a `urlClassifier` once. */
export const classifyUrl = (url: string, bundles: readonly ListBundle[]): Verdict =>
  urlClassifier(bundles)(url)

function judge(bundles: readonly ListBundle[], url: URL, address: Address, walk: Walk | null): Page {
  const found: Found[] = bundles.flatMap((bundle) => inLists(bundle, address))
  const same = samePage(url, address.host)
  if (same) found.push(...bundles.flatMap((bundle) => inLists(bundle, same)))
  const double = lookalike(address.host)
  if (double) found.push(ofLookalike(double))
  const signs = proxySigns(url, address.host)
  if (signs?.sign) found.push(ofProxySign(signs.sign, signs.isProof, address))

  const isEngine = found.some(({ evidence }) => evidence.category === 'search')
  const query = searchQueryOf(address) ?? (isEngine ? usualQueryOf(address) : null)
  const words = query === null ? [] : bundles.flatMap((bundle) => inQuery(bundle, query))
  const own = settle([...words.map((piece) => piece.found), ...found]).map(({ evidence }) => evidence)
  const page = { evidence: own, helpWords: words.map(({ help }) => help), leadsTo: [], samePage: same }

  const carried = carriedBy(url, address, found, signs?.leadsTo ?? [])
  return carried.length === 0 ? page : together(page, carried, follow(bundles, url, carried, walk))
}

function carriedBy(
  url: URL,
  { host }: Address,
  found: readonly Found[],
  shown: readonly string[],
): Carried[] {
  const carried = unwrap(url, host)
  for (const target of shown) carried.push({ url: target, via: host, kind: 'relay' })
  const leadsAnywhere = found.some(
    ({ evidence: { category } }) => category === 'proxy' || category === 'url-shortener',
  )
  return carried.length === 0 && leadsAnywhere ? unwrapAnything(url, host) : carried
}

interface Followed {
  readonly by: Carried
  readonly address: Address
  readonly page: Page
}

function follow(
  bundles: readonly ListBundle[],
  from: URL,
  carried: readonly Carried[],
  walk: Walk | null,
): Followed[] {
  const { depth, seen } = walk ?? { depth: 0, seen: new Set([from.href]) }
  if (depth === deepest) return []
  return carried.flatMap((by) => {
    const url = readUrl(by.url)
    const address = url && addressOf(url)
    if (!url || !address || seen.has(url.href) || seen.size > mostAddresses) return []
    seen.add(url.href)
    return [{ by, address, page: judge(bundles, url, address, { depth: depth + 1, seen }) }]
  })
}

/**
 * A page and what it leads to, as one. The harm of what is carried counts in full and comes first, whatever good the carrier is known for; nothing good that
 * is carried makes a carrier better, with one exception: help stays open when a reader or a link shows it and nothing else, so that
 * Childline in Polish is still Childline. A relay gets no such credit: on its next page it may fetch anything.
 */
function together(own: Page, carried: readonly Carried[], followed: readonly Followed[]): Page {
  const isAll = followed.length === carried.length && carried.length < mostCarried

  const harm = followed.flatMap(({ by, page }) =>
    page.evidence
      .filter(({ category }) => traitsOf(category).kind !== 'safe')
      .map((piece) => named(piece, by)),
  )
  const support = followed.map(({ by, page }) => {
    const piece =
      by.kind === 'relay' ? undefined : page.evidence.find(({ category }) => category === 'support')
    return piece && named(piece, by)
  })
  const helps = isAll && own.helpWords.length === 0 && support.every((piece) => piece !== undefined)
  const stands = ({ category }: Evidence): boolean => {
    const { locked, kind } = traitsOf(category)
    if (harm.length > 0) return category !== 'support'
    return !helps || locked === true || kind === 'safe'
  }
  return {
    samePage: own.samePage,
    evidence: [...harm, ...own.evidence.filter(stands), ...(helps && harm.length === 0 ? support : [])],
    helpWords: [...own.helpWords, ...followed.flatMap(({ page }) => page.helpWords)],
    leadsTo: [...own.leadsTo, ...followed.flatMap(({ address, page }) => [address, ...page.leadsTo])],
  }
}

/** The words of a search are the pupil's, whatever they went through. */
const named = (piece: Evidence, { via }: Carried): Evidence =>
  piece.source === 'query' ? piece : { ...piece, rule: `${piece.rule} via ${via}`.slice(0, 300) }
