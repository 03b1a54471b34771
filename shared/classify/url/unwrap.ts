import { carriedAddress, carriedInBase64, longestCarrier } from './carried-address.ts'
import type { Carrier, CarrierKind } from './carrier.ts'
import { linkCarriers } from './carriers-links.ts'
import { readingCarriers } from './carriers-reading.ts'
import { relayCarriers } from './carriers-relays.ts'
import { HostTable } from './host-table.ts'

/** An address that another one leads to. */
export interface Carried {
  readonly url: string
  /** Host of the service that carries it, as a person would name it. */
  readonly via: string
  readonly kind: CarrierKind
}

/** More than an honest address carries; the rest of a hostile one is not looked at. */
export const mostCarried = 8

const carriers = new HostTable<Carrier>([...readingCarriers, ...linkCarriers, ...relayCarriers])

/**
 * What an address of a known translator, cache, archive, AMP cache, redirector or relay leads to. Empty for every other address.
 * @param host the address's normalised host
 */
export function unwrap(url: URL, host: string): Carried[] {
  const known = carriers.find(host)
  if (known.length === 0 || url.href.length > longestCarrier) return []
  const found: Carried[] = []
  for (const { host: via, value: carrier } of known) {
    if (carrier.path && !carrier.path.test(url.pathname)) continue
    for (const target of carrier.way(url)) {
      if (target !== null && found.every((before) => before.url !== target)) {
        found.push({ url: target, via, kind: carrier.kind })
      }
    }
  }
  return found.slice(0, mostCarried)
}

/**
 * The whole addresses in any parameter, in the rest of the path or in the fragment, plain or in base64. Only for hosts that are known to
 * fetch or to send on: on others a parameter may say where somebody came from or returns to, for which its page must not answer.
 */
export function unwrapAnything(url: URL, host: string): Carried[] {
  if (url.href.length > longestCarrier) return []
  const pieces = [
    ...[...url.searchParams].map(([, value]) => value),
    url.search.slice(1),
    /\/(https?(?::|%3a).*)$/i.exec(url.pathname + url.search)?.[1] ?? '',
    ...url.pathname.split('/').slice(-2),
    url.hash.replace(/^#[/!?]*/, ''),
  ]
  const targets = pieces.flatMap((piece) => {
    const target =
      carriedAddress(piece, true) ?? (piece.startsWith('aHR0c') ? carriedInBase64(piece, true) : null)
    return target === null ? [] : [target]
  })
  return [...new Set(targets)]
    .slice(0, mostCarried)
    .map((target) => ({ url: target, via: host, kind: 'relay' }))
}
