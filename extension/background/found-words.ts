import type { Evidence, Verdict } from '#shared/domain/verdict.ts'
import type { SchoolClock } from './clock.ts'
import type { Kept, KeptValue } from './kept.ts'

/** A page is held by what was read on it for a day; a front page, which says something else by the hour, for an hour. */
const rememberedMs = 24 * 3_600_000
const frontRememberedMs = 3_600_000
const mostPages = 200
const mostPieces = 4

/** What was read on pages: their next visit, their block page and every later judgement go by it. */
export interface FoundWords {
  /** Remembers what a page says. The first words of each category stay. */
  note(page: Verdict, evidence: readonly Evidence[]): void
  /** The verdict, with what was read on that very page before. */
  known(verdict: Verdict): Verdict
}

export function createFoundWords({ kept, clock }: { kept: Kept; clock: SchoolClock }): FoundWords {
  type Page = KeptValue<'foundWords'>[number]
  let indexed: { from: readonly Page[]; byPage: Map<string, Page> } = { from: [], byPage: new Map() }

  function pages(): Map<string, Page> {
    const from = kept.get('foundWords')
    // Indexed once, not with every request.
    if (indexed.from !== from) indexed = { from, byPage: new Map(from.map((one) => [one.page, one])) }
    return indexed.byPage
  }

  function alive(verdict: Verdict): Page | undefined {
    const found = pages().get(nameOf(verdict))
    return found !== undefined && found.expiresAt > clock.now() ? found : undefined
  }

  return {
    note(verdict, evidence) {
      if (verdict.host === '') return
      const before = alive(verdict)?.evidence ?? []
      const isKnown = ({ category }: Evidence): boolean => before.some((one) => one.category === category)
      const fresh = evidence.filter((piece) => !isKnown(piece))
      if (fresh.length === 0) return
      const all = [...before, ...fresh].slice(0, mostPieces)
      const page = nameOf(verdict)
      const others = kept.get('foundWords').filter((one) => one.page !== page && one.expiresAt > clock.now())
      const isFront = verdict.path === '/' && verdict.query === ''
      const expiresAt = clock.now() + (isFront ? frontRememberedMs : rememberedMs)
      void kept.set('foundWords', [...others, { page, evidence: all, expiresAt }].slice(-mostPages))
    },
    known(verdict) {
      const found = verdict.host === '' ? undefined : alive(verdict)
      return found === undefined
        ? verdict
        : { ...verdict, evidence: [...verdict.evidence, ...found.evidence] }
    },
  }
}

const nameOf = ({ host, path, query }: Verdict): string => `${host}${path}?${query}`.slice(0, 2048)
