import type { CategoryId } from '../../domain/category.ts'
import { isCategoryId } from '../../domain/category.ts'
import { readSitePattern } from '../../domain/site.ts'
import { assemble } from './bundle-assembly.ts'
import { bucketsPerPage, type BundleFacts, kinds } from './bundle-format.ts'
import { type Placed, placeHosts } from './heads.ts'
import { pathText, SuffixKeys } from './host-hash.ts'
import { type Entries, layTable, pagesFor, type Table } from './page-writer.ts'
import type { RuleTable } from './rule-table.ts'
import { foldWords, type SearchWords } from './search-words.ts'
import { type EntrySet, SetTable } from './set-table.ts'

/** What goes into a bundle. */
export interface BundleInput {
  readonly name: string
  readonly version: string
  readonly facts: BundleFacts
  readonly rules: RuleTable
  readonly searchWords: Partial<Record<CategoryId, SearchWords>>
  /** Where to begin with seeds; 0 unless that one is known to be bad. */
  readonly seed?: number
}

/** More seeds than bad luck explains: two rules that no seed tells apart are one rule. */
const mostSeeds = 20

/**
 * Writes a full bundle in the layout of bundle-format.ts. Same input, same bytes, whatever the order of the rules. It is not signed yet.
 * Throws when the categories form more sets than the format can name: that is no list but a mistake.
 */
export function writeBundle(input: BundleInput): ArrayBuffer {
  for (let seed = input.seed ?? 0; seed < (input.seed ?? 0) + mostSeeds; seed++) {
    const bundle = writeWithSeed(input, seed)
    if (bundle !== null) return bundle
  }
  throw new Error('no seed tells these rules apart')
}

function writeWithSeed(input: BundleInput, seed: number): ArrayBuffer | null {
  const content = contentOf(input)
  const placed = placeHosts(content.hosts, seed)
  const hosts = layHosts(content, placed)
  const paths = layTexts(content.paths, seed)
  const phrases = layTexts(content.phrases, seed)
  if (hosts === null || paths === null || phrases === null) return null
  return assemble({
    kind: kinds.full,
    seed,
    singleLabels: placed.singleLabels,
    between: null,
    tables: [hosts, paths, phrases],
    longestPhrase: content.longestPhrase,
    heads: placed.heads.map(({ high, low, host }) => ({
      high,
      low,
      set: host === -1 ? content.emptySet : content.hostSets[host]!,
    })),
    sets: { starts: content.sets.starts(), members: content.sets.bytes() },
    removed: { starts: new Uint32Array(0), entries: new Uint16Array(0) },
    names: [input.name, input.version, ...content.sets.categories],
    facts: input.facts,
  })
}

interface Texts {
  readonly texts: readonly string[]
  readonly sets: Uint16Array
}

interface Content {
  readonly hosts: readonly string[]
  readonly hostSets: Uint16Array
  readonly paths: Texts
  readonly phrases: Texts
  readonly longestPhrase: number
  readonly sets: SetTable
  readonly emptySet: number
}

/** Everything under numbers, in an order that does not depend on the input's. */
function contentOf({ rules, searchWords }: BundleInput): Content {
  const hostsWithPaths = new Set<string>()
  const paths = new Map<string, number>()
  for (const [site, set] of rules.paths) {
    const parts = readSitePattern(site)
    if (parts === null) continue
    hostsWithPaths.add(parts.host)
    paths.set(pathText(parts.host, parts.path, parts.query), set)
  }
  const { phrases, longest } = phrasesOf(searchWords)

  const plain = (number: number, hasPaths: boolean): EntrySet => ({
    paths: hasPaths,
    members: rules.categoriesOf(number).map((category) => ({ category })),
  })
  const used = new Map<string, EntrySet>()
  const use = (name: string, set: () => EntrySet): string => {
    if (!used.has(name)) used.set(name, set())
    return name
  }
  use('0', () => plain(0, false))
  // Millions of hosts share a few hundred sets: each host is looked at as a number, each set once as a name.
  const hosts: string[] = []
  const hostKeys: number[] = []
  const keyNames: string[] = []
  const take = (host: string, set: number): void => {
    const flagged = hostsWithPaths.delete(host)
    const key = set * 2 + (flagged ? 1 : 0)
    keyNames[key] ??= use(flagged ? `${set}+` : `${set}`, () => plain(set, flagged))
    hosts.push(host)
    hostKeys.push(key)
  }
  for (const [host, set] of rules.hosts) take(host, set)
  for (const host of hostsWithPaths) take(host, 0)
  const pathNames = [...paths.values()].map((set) => use(`${set}`, () => plain(set, false)))
  const phraseNames = [...phrases.values()].map((members) =>
    use(JSON.stringify(members), () => ({ paths: false, members })),
  )
  const { sets, numberOf } = numbered(used)
  const keyNumbers = keyNames.map((name) => numberOf.get(name) ?? 0)
  const numbers = (names: readonly string[]): Uint16Array =>
    Uint16Array.from(names, (name) => numberOf.get(name) ?? 0)
  return {
    hosts,
    hostSets: Uint16Array.from(hostKeys, (key) => keyNumbers[key]!),
    paths: { texts: [...paths.keys()], sets: numbers(pathNames) },
    phrases: { texts: [...phrases.keys()], sets: numbers(phraseNames) },
    longestPhrase: longest,
    sets,
    emptySet: numberOf.get('0') ?? 0,
  }
}

function numbered(used: ReadonlyMap<string, EntrySet>) {
  const categories = new Set([...used.values()].flatMap(({ members }) => members.map((one) => one.category)))
  const sets = new SetTable([...categories].toSorted())
  const bytes = [...used].map(([name, set]) => ({ name, set: sets.bytesOf(set) }))
  const inOrder = bytes.toSorted((one, other) => (one.set.join() < other.set.join() ? -1 : 1))
  const numberOf = new Map(inOrder.map(({ name, set }) => [name, sets.number(set)]))
  return { sets, numberOf }
}

function phrasesOf(searchWords: BundleInput['searchWords']) {
  const phrases = new Map<string, EntrySet['members']>()
  let longest = 0
  const add = (text: string, member: EntrySet['members'][number]): void => {
    const words = foldWords(text)
    if (words.length === 0) return
    longest = Math.max(longest, words.length)
    const phrase = words.join(' ')
    phrases.set(phrase, [...(phrases.get(phrase) ?? []), member])
  }
  for (const [category, found] of Object.entries(searchWords)) {
    if (!isCategoryId(category) || found === undefined) continue
    for (const { words, help } of found.phrases) add(words, help ? { category, help } : { category })
    for (const words of found.exceptions) add(words, { category, exception: true })
  }
  return { phrases, longest }
}

function layHosts({ hosts, hostSets }: Content, placed: Placed): Table | null {
  let count = 0
  for (const head of placed.isHead) if (head === 0) count++
  const buckets = pagesFor(count) * bucketsPerPage
  const entries = emptyEntries(count)
  let entry = 0
  for (let host = 0; host < hosts.length; host++) {
    if (placed.isHead[host] === 1) continue
    entries.bucket[entry] = bucketOf(placed.baseHigh[host]!, buckets)
    entries.low[entry] = placed.low[host]!
    entries.nibble[entry] = placed.high[host]! & 15
    entries.set[entry] = hostSets[host]!
    entry++
  }
  return layTable(entries, buckets)
}

function layTexts({ texts, sets }: Texts, seed: number): Table | null {
  const keys = new SuffixKeys(seed)
  const buckets = pagesFor(texts.length) * bucketsPerPage
  const entries: Entries = { ...emptyEntries(texts.length), set: sets }
  for (const [index, text] of texts.entries()) {
    keys.read(text, true)
    entries.bucket[index] = bucketOf(keys.high[0]!, buckets)
    entries.low[index] = keys.low[0]!
    entries.nibble[index] = keys.high[0]! & 15
  }
  return layTable(entries, buckets)
}

const bucketOf = (high: number, buckets: number): number => (high * (buckets / 2 ** 32)) >>> 0

const emptyEntries = (count: number) => ({
  count,
  bucket: new Uint32Array(count),
  low: new Uint32Array(count),
  nibble: new Uint8Array(count),
  set: new Uint16Array(count),
})
