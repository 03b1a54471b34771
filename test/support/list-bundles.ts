import { generateKeyPairSync } from 'node:crypto'
import { publicHex, signBundle } from '#server/services/lists/signing-key.ts'
import { signModel } from '#server/services/models/sign-model.ts'
import { type ListBundle, openBundle } from '#shared/classify/url/bundle-reader.ts'
import { type BundleInput, writeBundle } from '#shared/classify/url/bundle-writer.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import { phrasesIn, type QueryMatch, type SearchWords } from '#shared/classify/url/search-words.ts'
import type { CategoryId } from '#shared/domain/category.ts'

/** Rules as tests write them: sites with their categories. */
export type Rules = Iterable<readonly [site: string, categories: Iterable<CategoryId>]>

/** 22 November 2026. */
const builtAt = 1_795_305_600_000

/** The file of a list bundle with these rules; it is called `lists 1` unless told otherwise. */
export function bundleFile(rules: Rules, over: Partial<BundleInput> = {}): ArrayBuffer {
  return writeBundle({
    name: 'lists',
    version: '1',
    facts: { builtAt, sources: [] },
    rules: ruleTable(rules),
    searchWords: {},
    ...over,
  })
}

/** The rules in a table; a site that is none is a mistake of the test. */
export function ruleTable(rules: Rules): RuleTable {
  const table = new RuleTable()
  for (const [site, categories] of rules) {
    for (const category of categories) if (!table.add(site, category)) throw new Error(`${site} is no site`)
  }
  return table
}

/** A bundle in use. Throws when the file is none. */
export function opened(file: ArrayBuffer): ListBundle {
  const bundle = openBundle(file)
  if (!bundle.ok) throw new Error(bundle.error)
  return bundle.value
}

/** Looks for these search words in a query, through a bundle that holds nothing else. */
export function matcher(
  searchWords: Readonly<Partial<Record<CategoryId, SearchWords>>>,
): (query: string) => QueryMatch[] {
  const bundle = opened(bundleFile([], { searchWords }))
  return (query) => phrasesIn(query, bundle)
}

const { privateKey } = generateKeyPairSync('ed25519')

/** Who signs what `signedFile` signs, as devices are told it. */
export const listsKey = publicHex(privateKey)

/** The same file with a signature that devices which know `listsKey` trust. */
export const signedFile = (file: ArrayBuffer): ArrayBuffer => signBundle(file, privateKey).buffer

/** A text model signed by the same. */
export const signedModelFile = (file: ArrayBuffer): ArrayBuffer => signModel(file, privateKey).buffer
