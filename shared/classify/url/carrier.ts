import { carriedAddress } from './carried-address.ts'

/**
 * What a site that carries other addresses does with them.
 * `link` sends the browser there: that request is judged too. `reader` shows what is there, and nothing but that, as it is, was or reads in
 * another language. `relay` fetches whatever it is told to, and what it shows may lead on to anything.
 */
export type CarrierKind = 'link' | 'reader' | 'relay'

/** The pieces of an address that may hold another one, or a ready address. */
export type Way = (url: URL) => (string | null)[]

/** One service: where its address keeps the one it leads to. */
export interface Carrier {
  readonly kind: CarrierKind
  /** Tested against the path as it came, when only some of the service's pages lead anywhere. */
  readonly path: RegExp | null
  readonly way: Way
}

/** One row of a table of services. */
export type CarrierRow = readonly [hosts: string, carrier: Carrier]

const rowsOf =
  (kind: CarrierKind) =>
  (hosts: string, way: Way, path: RegExp | null = null): CarrierRow => [hosts, { kind, path, way }]

/** Rows of the three tables. */
export const link = rowsOf('link')
export const reader = rowsOf('reader')
export const relay = rowsOf('relay')

/** In one of these parameters; an address that names it several times leads to any of them. */
export const inParameter =
  (...names: readonly string[]): Way =>
  ({ searchParams }) =>
    [...searchParams].flatMap(([name, value]) =>
      names.includes(name.toLowerCase()) ? [carriedAddress(value)] : [],
    )

/** What follows the path's beginning, with query and fragment. */
export const afterPath =
  (beginning: RegExp): Way =>
  ({ pathname, search, hash }) => {
    const found = beginning.exec(pathname)
    return found ? [carriedAddress(pathname.slice(found[0].length) + search + hash)] : []
  }

/** What follows a beginning that ends in `s/` for https or in nothing for http, as AMP caches write it. */
export const afterAmp =
  (beginning: RegExp): Way =>
  ({ pathname, search }) => {
    const found = beginning.exec(pathname)
    return found ? [carriedAddress(pathname.slice(found[0].length).replace(/^s\//, '') + search)] : []
  }

/** The whole query, as it came. */
export const wholeQuery: Way = ({ search }) => [carriedAddress(search.slice(1))]

/** The same path and query on another host, behind `prefix`. */
export const movedTo =
  (host: string, prefix = ''): Way =>
  ({ pathname, search }) =>
    pathname.length > 1 ? [`https://${host}${prefix}${pathname}${search}`] : []

/** Both of two ways. */
export const either =
  (...ways: readonly Way[]): Way =>
  (url) =>
    ways.flatMap((way) => way(url))
