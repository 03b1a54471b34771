import { parentsOf } from '#shared/domain/listed-names.ts'
import type { Gathered } from './gathered.ts'
import type { ProtectedHosts } from './protected-hosts.ts'
import { type SuffixKind, suffixKind } from './public-suffix.ts'

/** What is special about a host, as bits. */
export const mark = {
  mustNotBlock: 1,
  coversMustNotBlock: 2,
  popular: 4,
  coversGood: 8,
  hasPaths: 16,
} as const

/** What is special about the hosts of an arena, by their numbers. */
export interface Marks {
  readonly of: Uint8Array
  readonly suffixes: ReadonlyMap<number, SuffixKind>
  /** Every number with a mark or a suffix's kind, smallest first. */
  readonly special: readonly number[]
}

/** True when a host has this bit of `mark`. */
export const has = ({ of }: Pick<Marks, 'of'>, host: number, bit: number): boolean =>
  ((of[host] ?? 0) & bit) !== 0

/** A host and the name it is called by as well. */
const bothNames = (host: string): string[] => (host.startsWith('www.') ? [host] : [host, `www.${host}`])

/**
 * Makes known the hosts that rules are written for beside what the lists name: those with path rules, and those that must not be blocked
 * below a site that is listed. Call it before numbers are taken for final.
 */
export function makeKnown(gathered: Gathered, { mustNotBlock }: ProtectedHosts): void {
  for (const path of gathered.paths.keys()) gathered.know(path.slice(0, path.indexOf('/')))
  for (const host of mustNotBlock.keys())
    for (const parent of parentsOf(host)) if (gathered.arena.find(parent) >= 0) gathered.know(host)
}

/** Marks every host of `gathered` that protection, or a path rule, is about. */
export function markHosts(gathered: Gathered, { mustNotBlock, popular }: ProtectedHosts): Marks {
  const { arena, paths } = gathered
  const of = new Uint8Array(arena.size)
  const set = (host: string, bit: number) => {
    const number = arena.find(host)
    if (number >= 0) of[number] = (of[number] ?? 0) | bit
  }
  for (const host of mustNotBlock.keys()) {
    for (const name of bothNames(host)) set(name, mark.mustNotBlock)
    for (const parent of parentsOf(host)) set(parent, mark.coversMustNotBlock | mark.coversGood)
  }
  for (const host of popular.keys()) {
    for (const name of bothNames(host)) set(name, mark.popular)
    for (const parent of parentsOf(host)) set(parent, mark.popular | mark.coversGood)
  }
  for (const path of paths.keys()) set(path.slice(0, path.indexOf('/')), mark.hasPaths)
  const suffixes = new Map<number, SuffixKind>()
  const special: number[] = []
  for (const [host, number] of arena) {
    const kind = suffixKind(host)
    if (kind !== null) suffixes.set(number, kind)
    if (kind !== null || of[number] !== 0) special.push(number)
  }
  return { of, suffixes, special }
}
