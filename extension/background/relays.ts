import { type Address, readAddress } from '#shared/domain/address.ts'
import { covers, readSitePattern, type SiteRuleParts } from '#shared/domain/site.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import type { SchoolClock } from './clock.ts'
import type { Kept } from './kept.ts'

/** As long as this a place where a web proxy was found is shut before it loads; later it is looked at anew. */
const rememberedMs = 24 * 3_600_000
const mostPlaces = 200

/** Where the page gate has found web proxies. */
export interface Relays {
  /** Remembers the place of a page. False when it has no place that could be known again. */
  note(url: string, software: string): Promise<boolean>
  /** The verdict, with what was found there before. */
  known(verdict: Verdict): Verdict
}

export function createRelays({ kept, clock }: { kept: Kept; clock: SchoolClock }): Relays {
  type Place = ReturnType<typeof kept.get<'relays'>>[number]
  let read: { from: readonly Place[]; places: (Place & { parts: SiteRuleParts | null })[] } = {
    from: [],
    places: [],
  }

  function places(): typeof read.places {
    const from = kept.get('relays')
    // Taken apart once, not with every request.
    if (read.from !== from)
      read = { from, places: from.map((one) => ({ ...one, parts: readSitePattern(one.site) })) }
    return read.places
  }

  return {
    async note(url, software) {
      const address = readAddress(url)
      if (address === null) return false
      const site = placeOf(address)
      const others = kept.get('relays').filter((one) => one.site !== site && one.expiresAt > clock.now())
      const place = { site, software, expiresAt: clock.now() + rememberedMs }
      await kept.set('relays', [...others, place].slice(-mostPlaces))
      return true
    },
    known(verdict) {
      const found = places().find(
        ({ parts, expiresAt }) => parts !== null && expiresAt > clock.now() && covers(parts, verdict),
      )
      if (found === undefined || verdict.host === '') return verdict
      const rule = `a page of the web proxy ${found.software}`
      const piece = { category: 'proxy', source: 'page', rule, list: 'device' } as const
      return { ...verdict, evidence: [piece, ...verdict.evidence] }
    },
  }
}

/** The whole host when its first page was the proxy; else only that part of it, as many share hosts such as those of code playgrounds. */
function placeOf({ host, path }: Address): string {
  const shown = host.includes(':') ? `[${host}]` : host
  const first = path.split('/')[1] ?? ''
  return (first === '' ? shown : `${shown}/${first}`).slice(0, 300)
}
