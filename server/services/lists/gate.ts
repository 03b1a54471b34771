import { type CategoryId, isHarm, isIllegal, isSafe, traitsOf } from '#shared/domain/category.ts'
import type { HoldReason } from './list-report.ts'
import { mark } from './marks.ts'
import { isPackaged } from './protected-hosts.ts'
import { isInstitutional, type SuffixKind } from './public-suffix.ts'

/** What the gate is asked about: one category that sources give a host. */
export interface Claim {
  readonly host: string
  readonly category: CategoryId
  /** How many believed publishers say so. */
  readonly votes: number
  /** Bits of `mark`. */
  readonly marks: number
  readonly suffix: SuffixKind | null
}

/**
 * Why a category must not stand at a host, or null when it may. The illegal ids always may.
 *
 * A registry's suffix speaks for everybody below it: no harm and no topic stands there, and a safe id only where names are given to
 * institutions. Under a company's suffix a topic may stand (`blogspot.com` is blogs), and `proxy` when two publishers agree: names for
 * dialled-up machines are themselves the way round the filter. A site above a must-not-block host is harmful only when two publishers
 * agree (the host then gets a rule of its own): one alone is more often wrong about a place where schools live than right. So is one
 * alone about what everybody visits.
 */
export function whyHeld(claim: Claim): HoldReason | null {
  const { host, category, suffix } = claim
  if (isIllegal(category)) return null
  if (isSafe(category)) return suffix !== null && !isInstitutional(host) ? 'public-suffix' : null
  return isHarm(category) ? whyHarmHeld(claim) : suffix === 'registry' ? 'public-suffix' : null
}

/** What no site is called by mistake. As good as a second publisher about a popular site, but on no site without a first one. */
const telling = /porn|xxx|hentai|xvideo|xnxx|xhamster/

const saysSoItself = (host: string, category: CategoryId): boolean =>
  category === 'pornography' && telling.test(host)

function whyHarmHeld({ host, category, votes, marks, suffix }: Claim): HoldReason | null {
  const agreed = votes > 1 || isPackaged(host, category)
  if (suffix === 'registry' || (suffix === 'private' && !(category === 'proxy' && agreed)))
    return 'public-suffix'
  if (marks & mark.mustNotBlock) return 'must-not-block'
  // A locked category stands whatever is said below it, so no exception could shield the host.
  const stands = agreed && !traitsOf(category).locked
  if (marks & mark.coversMustNotBlock && !stands) return 'covers-must-not-block'
  return marks & mark.popular && !agreed && !saysSoItself(host, category) ? 'popular' : null
}

/** Anybody's site can be broken into, and one page then steals or infects; it does not turn a school's site into pornography. */
const ofAnyPage = new Set<CategoryId>(['phishing', 'malware'])

/** The same for a rule about a page or a folder of `host`; under a company's suffix that may be one customer's folder. */
export function whyPathHeld({ category, marks, suffix, host }: Omit<Claim, 'votes'>): HoldReason | null {
  if (isIllegal(category)) return null
  if (suffix === 'registry' && !(isSafe(category) && isInstitutional(host))) return 'public-suffix'
  if (ofAnyPage.has(category)) return null
  if (suffix === 'private' && (isSafe(category) || isHarm(category))) return 'public-suffix'
  return isHarm(category) && marks & mark.mustNotBlock ? 'must-not-block' : null
}
