import { type Address, readAddress } from '#shared/domain/address.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import type { SchoolClock } from './clock.ts'
import type { Kept } from './kept.ts'

/** As long as this a page is held before it loads; later its pictures are looked at anew. */
const rememberedMs = 24 * 3_600_000
const mostPages = 200

/** Pages whose pictures were pornography again and again. */
export interface ExplicitPages {
  note(url: string, kept: number, looked: number): Promise<void>
  /** The verdict, with what was seen there before. */
  known(verdict: Verdict): Verdict
}

export function createExplicitPages({ kept, clock }: { kept: Kept; clock: SchoolClock }): ExplicitPages {
  return {
    async note(url, pictures, looked) {
      const address = readAddress(url)
      if (address === null) return
      const page = nameOf(address)
      const others = kept
        .get('explicitPages')
        .filter((one) => one.page !== page && one.expiresAt > clock.now())
      const found = `${pictures} of ${looked} pictures looked at`
      const noted = { page, found, expiresAt: clock.now() + rememberedMs }
      await kept.set('explicitPages', [...others, noted].slice(-mostPages))
    },
    known(verdict) {
      const pages = kept.get('explicitPages')
      if (pages.length === 0 || verdict.host === '') return verdict
      const name = nameOf(verdict)
      const noted = pages.find(({ page, expiresAt }) => page === name && expiresAt > clock.now())
      if (noted === undefined) return verdict
      const piece = { category: 'pornography', source: 'image', rule: noted.found, list: 'pictures' } as const
      return { ...verdict, evidence: [piece, ...verdict.evidence] }
    },
  }
}

/** This very page: others of its site are judged by their own pictures. */
const nameOf = ({ host, path, query }: Address): string =>
  `${host}${path}${query === '' ? '' : `?${query}`}`.slice(0, 300)
