import { createFold } from '#shared/classify/text/fold/tokens.ts'
import { noVocabulary, type Vocabulary } from '#shared/classify/text/fold/vocabulary.ts'
import { hashWord } from '#shared/classify/text/hash.ts'
import { stepsOf } from '#shared/classify/text/sorted-hashes.ts'
import { hasWord, markWord } from '#shared/classify/text/word-filter.ts'
import type { Example } from './examples.ts'
import { settings } from './settings.ts'
import type { WrittenPhrase } from './words-file.ts'

const fold = createFold(noVocabulary)
const plainWord = /^\p{L}{2,24}$/u

/** What a disguised or misspelt word may stand for: words that are harm by themselves, and those that stand in more than a few templates of risk. */
export function coreWords(phrases: readonly WrittenPhrase[], examples: readonly Example[]): Set<string> {
  const harmful = phrases.flatMap(({ tier, words }) =>
    tier > 1 && plainWord.test(words) ? fold(words, false).words : [],
  )
  const origins = new Map<string, Set<string>>()
  for (const { text, labels, isOwn, origin } of examples) {
    if (!isOwn || labels.length === 0) continue
    for (const word of fold(text, false).words) {
      if (!plainWord.test(word) && word !== 'i') continue
      const known = origins.get(word) ?? new Set()
      origins.set(word, known.add(origin))
    }
  }
  const frequent = [...origins].filter(([, { size }]) => size >= settings.coreWordIn).map(([word]) => word)
  return new Set([...harmful, ...frequent])
}

/** The hashes of core words, as a model holds them. */
export const coreHashes = (core: ReadonlySet<string>): Uint32Array =>
  stepsOf(Uint32Array.from(new Set([...core].map((word) => hashWord(word)))).toSorted())

/** A Bloom filter of the words that ordinary texts use, as a model holds it. Texts made of one template stand together and count once: a misspelling in one is not common. */
export function commonWords(sources: Iterable<readonly string[]>): Uint32Array {
  const seen = new Map<string, number>()
  for (const texts of sources)
    for (const word of new Set(texts.flatMap((text) => fold(text, false).words)))
      if (plainWord.test(word)) seen.set(word, (seen.get(word) ?? 0) + 1)
  const common = [...seen].filter(([, times]) => times >= settings.commonWordSeen).map(([word]) => word)
  const filter = new Uint32Array(Math.ceil((common.length * settings.bitsPerWord) / 32))
  for (const word of common) markWord(filter, hashWord(word))
  return filter
}

/** The vocabulary that a model with these words has. */
export const vocabularyOf = (core: ReadonlySet<string>, common: Uint32Array): Vocabulary => ({
  isCore: (word) => core.has(word),
  isCommon: (word) => hasWord(common, hashWord(word)),
})
