import { err, ok, type Result } from '../../base/result.ts'
import { type Address, isIpAddress } from '../../domain/address.ts'
import type { CategoryId } from '../../domain/category.ts'
import { queryParts, type SiteRuleParts } from '../../domain/site.ts'
import { exceptionFlag, helpFlag, kinds } from './bundle-format.ts'
import { baseDigestOf, type BundleHead, digestOf, readHead, sameBytes } from './bundle-head.ts'
import { BundleView, removedBy } from './bundle-view.ts'
import { pathText } from './host-hash.ts'
import { type Pages, wholeFile } from './pages.ts'

/** A rule of a bundle that covers an address. */
export interface Match extends SiteRuleParts {
  readonly categories: readonly CategoryId[]
}

/** What a phrase means in a search. */
export interface PhraseMeaning {
  readonly category: CategoryId
  readonly exception: boolean
  readonly help: boolean
}

/** Phrases of searches. */
export interface PhraseBook {
  /** What a phrase (folded words with a space between) means; empty for most. */
  readonly phrase: (words: string) => readonly PhraseMeaning[]
  /** Words of the longest phrase. */
  readonly longestPhrase: number
}

/** Rules in use: a full bundle, or one with a delta over it. */
export interface ListBundle extends PhraseBook {
  readonly name: string
  readonly version: string
  /** Every rule that covers the address: the longest host first; a host's query and path rules come before it. */
  lookup(address: Address): readonly Match[]
}

/** A file of rules and the pages of it that are at hand. */
export interface BundleFile {
  readonly head: BundleHead
  readonly pages: Pages
}

const nothing: readonly never[] = []

/** Opens a whole bundle as it lies in memory. Whether every byte is right is the business of bundle-integrity.ts. */
export function openBundle(file: ArrayBuffer): Result<ListBundle> {
  const opened = openFile(file)
  if (!opened.ok) return opened
  if (opened.value.head.shape.kind !== kinds.full) return err('list bundle: a delta without its base')
  return ok(listBundle(opened.value))
}

/** A whole file, full or delta. */
export function openFile(file: ArrayBuffer): Result<BundleFile> {
  const head = readHead(file, file.byteLength)
  return head.ok ? ok({ head: head.value, pages: wholeFile(file, head.value.pageStarts) }) : head
}

/** A delta's file over the base that it names, in use together; another base is refused. */
export function openWithDelta(base: BundleFile, delta: BundleFile): Result<ListBundle> {
  const wanted = baseDigestOf(delta.head)
  if (wanted === null || base.head.shape.kind !== kinds.full)
    return err('list bundle: not a base and its delta')
  if (!sameBytes(wanted, digestOf(base.head)) || delta.head.shape.seed !== base.head.shape.seed)
    return err('list bundle: the delta is for another base')
  return ok(listBundle(base, delta))
}

/** Rules of a file whose head has been read; with a delta, its additions count and what it takes out does not. */
export function listBundle(base: BundleFile, delta?: BundleFile): ListBundle {
  const removed = delta === undefined ? null : removedBy(delta.head)
  const views = [new BundleView(base.head, base.pages, removed)]
  if (delta !== undefined) views.push(new BundleView(delta.head, delta.pages))
  const last = (delta ?? base).head
  return {
    name: last.name,
    version: last.version,
    lookup: (address) => lookup(views, address),
    phrase: (words) => phraseIn(views, words),
    longestPhrase: last.shape.longestPhrase,
  }
}

function lookup(views: readonly BundleView[], address: Address): readonly Match[] {
  const { host } = address
  const whole = isIpAddress(host)
  let hits = 0
  for (const view of views) hits += view.findHosts(host, whole)
  if (hits === 0) return nothing
  const matches: Match[] = []
  for (let label = deepest(views); label >= 0; label--) {
    let name: string | null = null
    let categories: readonly CategoryId[] = nothing
    let hasPaths = false
    for (const view of views) {
      const set = view.setAt(label)
      if (set === -1) continue
      name = host.slice(view.keys.start[label])
      hasPaths ||= view.hasPaths(set)
      const found = view.categoriesOf(set)
      categories = categories.length === 0 ? found : [...categories, ...found]
    }
    if (name !== null && hasPaths) matches.push(...inPaths(views, name, address))
    if (name !== null && categories.length > 0) matches.push({ categories, host: name, path: '/', query: '' })
  }
  return matches
}

/** The longest name that the last lookup found a rule for. */
function deepest(views: readonly BundleView[]): number {
  let label = -1
  for (const view of views) label = Math.max(label, view.hits === 0 ? -1 : view.hitLabel[view.hits - 1]!)
  return label
}

/** Path rules of one host, the most exact first: those with a query, then longer paths before shorter. */
function inPaths(views: readonly BundleView[], host: string, address: Address): Match[] {
  const matches: Match[] = []
  const add = (path: string, query: string): void => {
    const categories = views.flatMap((view) => {
      const set = view.findPath(pathText(host, path, query))
      return set === -1 ? [] : view.categoriesOf(set)
    })
    if (categories.length > 0) matches.push({ categories, host, path, query })
  }
  const page = address.path.length > 1 ? address.path.replace(/\/$/, '') : '/'
  for (const query of queryParts(address.query)) add(page, query)
  for (const path of prefixes(address.path)) add(path, '')
  return matches
}

/** `/a/b/c` gives `/a/b/c`, `/a/b`, `/a`. At most 16, so that a hostile path costs no more. */
function prefixes(path: string): string[] {
  const found: string[] = []
  for (let at = path.indexOf('/', 1); at !== -1 && found.length < 15; at = path.indexOf('/', at + 1))
    found.push(path.slice(0, at))
  if (path.length > 1 && !path.endsWith('/')) found.push(path)
  return found.toReversed()
}

function phraseIn(views: readonly BundleView[], words: string): readonly PhraseMeaning[] {
  let found: PhraseMeaning[] | null = null
  for (const view of views) {
    const set = view.findPhrase(words)
    if (set === -1) continue
    const meanings = [...view.membersOf(set)].flatMap((member) => {
      const category = view.categoryOf(member)
      const exception = (member & exceptionFlag) !== 0
      return category === null ? [] : [{ category, exception, help: (member & helpFlag) !== 0 }]
    })
    found = [...(found ?? []), ...meanings]
  }
  return found ?? nothing
}
