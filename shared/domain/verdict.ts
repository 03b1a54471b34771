import * as v from 'valibot'
import { Text } from '../base/fields.ts'
import type { Address } from './address.ts'
import { CategoryId } from './category.ts'

/**
 * Where a piece of evidence comes from. `starter` is the packaged list, `list` the school's bundle, `query` a search's words, `page` what
 * the page gate saw in the document, `address` what the address shows by its form alone, `text` what the page says, `typed` what the pupil
 * writes, `image` what a picture shows.
 */
export const EvidenceSource = v.picklist([
  'starter',
  'list',
  'query',
  'page',
  'address',
  'text',
  'typed',
  'image',
])
export type EvidenceSource = v.InferOutput<typeof EvidenceSource>

/** True for the pupil's own words: what they searched for and what they write. What they merely met counts less. */
export const isOwnWords = (source: EvidenceSource): boolean => source === 'query' || source === 'typed'

/** One reason to think a page belongs to a category. */
export const Evidence = v.strictObject({
  category: CategoryId,
  source: EvidenceSource,
  /**
   * The rule that matched, as a person would write it: `example.com`, `example.com/path`, or the words searched for, read or typed. When the address only
   * leads there, the services in between follow: `example.com via translate.google.com`.
   */
  rule: Text(300),
  /** The list and its version, such as `starter 1`. */
  list: Text(80),
})
export type Evidence = v.InferOutput<typeof Evidence>

/** What a page is about: the categories with the evidence for each, most telling first. */
export interface Verdict {
  readonly url: string
  /** Normalised host; empty for addresses that have none (about:, data:, blob: without an origin). */
  readonly host: string
  /** Normalised path with its leading slash, without the query. */
  readonly path: string
  /** What follows `?`, as it came. It stays on the device. */
  readonly query: string
  readonly evidence: readonly Evidence[]
  /** The same page under the name that rules use, when it goes by several: `youtube.com/watch?v=…` for `youtu.be/…`. */
  readonly samePage?: Address
  /** What the address leads to when it is a translator's, an archive's, a redirector's …; absent when it leads nowhere else. */
  readonly leadsTo?: readonly Address[]
  /** True when the words searched for are those of somebody who looks for help, and nothing else. */
  readonly seeksHelp: boolean
}

/** The categories of a verdict, each once, in the order of its evidence. */
export const categoriesOf = (verdict: Verdict): CategoryId[] => [
  ...new Set(verdict.evidence.map((piece) => piece.category)),
]
