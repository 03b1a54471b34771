import { type Concept, isCue, labelOf, tierOf } from './concepts.ts'
import type { FeatureTable } from './feature-table.ts'
import { edgeHash, emitWord } from './features.ts'
import type { Fold, Tokens } from './fold/tokens.ts'
import { hashWord } from './hash.ts'
import type { Hit, PhraseTrie } from './phrase-trie.ts'

/** A text with all that judging a stretch of it needs. */
export interface Analysis {
  readonly tokens: Tokens
  /** Each word's hash. */
  readonly hashes: Uint32Array
  /** For each word what it and its letters weigh, one number per label; undefined for nothing. */
  readonly weights: readonly (Float32Array | undefined)[]
  /** Phrases found, by where they begin, without exceptions and what lies within them. */
  readonly hits: readonly Hit[]
}

interface Word {
  readonly hash: number
  readonly symbols: readonly number[]
  readonly weights: Float32Array | undefined
}

/** As many words are remembered with their weights. */
const mostRemembered = 8192

/** Folds a text, weighs its words and finds its phrases. */
export function createAnalyser(
  fold: Fold,
  trie: PhraseTrie,
  table: FeatureTable,
): (text: string, mends: boolean) => Analysis {
  const remembered = new Map<string, Word>()
  const sums = new Float64Array(table.labels)

  function wordOf(word: string): Word {
    const found = remembered.get(word)
    if (found !== undefined) return found
    sums.fill(0)
    emitWord(word, (hash) => table.add(hash, 1, sums))
    const weights = sums.some((sum) => sum !== 0) ? Float32Array.from(sums) : undefined
    const made = { hash: hashWord(word), symbols: trie.symbolsOf(word), weights }
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(word, made)
    return made
  }

  return (text, mends) => {
    const tokens = fold(text, mends)
    const words = tokens.words.map(wordOf)
    return {
      tokens,
      hashes: Uint32Array.from(words, ({ hash }) => hash),
      weights: words.map(({ weights }) => weights),
      hits: findHits(
        tokens,
        words.map(({ symbols }) => symbols),
        trie,
      ),
    }
  }
}

/** All phrases of a folded text; none reaches from one sentence into the next. */
export function findHits(tokens: Tokens, symbols: readonly (readonly number[])[], trie: PhraseTrie): Hit[] {
  const hits: Hit[] = []
  for (const [nth, from] of tokens.sentences.entries()) {
    const to = tokens.sentences[nth + 1] ?? from
    for (let at = from; at < to; at++) if (symbols[at]?.length) trie.match(symbols, at, to, hits)
  }
  return withoutExceptions(hits)
}

/** An exception (tier 0) takes away what its label finds wholly inside it. */
function withoutExceptions(hits: readonly Hit[]): Hit[] {
  const isException = (concept: Concept) => !isCue(concept) && tierOf(concept) === 0
  const exceptions = hits.filter(({ concepts }) => concepts.some(isException))
  if (exceptions.length === 0) return [...hits]
  return hits.flatMap((hit) => {
    const covering = exceptions.filter(({ start, end }) => start <= hit.start && end >= hit.end)
    const excepted = new Set(covering.flatMap(({ concepts }) => concepts.filter(isException).map(labelOf)))
    const concepts = hit.concepts.filter((each) => isCue(each) || !excepted.has(labelOf(each)))
    return concepts.length === 0 ? [] : [{ ...hit, concepts }]
  })
}

/** The hash of the word at `at`, or of the edge outside `from` to `to`. */
export const hashAt = (hashes: Uint32Array, at: number, from: number, to: number): number =>
  at < from || at >= to ? edgeHash : (hashes[at] ?? 0)
