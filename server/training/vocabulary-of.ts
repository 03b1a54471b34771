import { createFold } from '#shared/classify/text/fold/tokens.ts'
import { noVocabulary, type Vocabulary } from '#shared/classify/text/fold/vocabulary.ts'
import { hashWord } from '#shared/classify/text/hash.ts'
import { hasWord, markWord } from '#shared/classify/text/word-filter.ts'
import type { Example } from './examples.ts'
import { settings } from './settings.ts'

const fold = createFold(noVocabulary)
const plainWord = /^\p{L}{2,24}$/u

/** Words of the project's own examples of risk: what a disguised word may stand for. */
export function coreWords(examples: readonly Example[]): Set<string> {
  const risk = examples.filter(({ labels, isOwn }) => isOwn && labels.length > 0)
  return new Set(
    risk.flatMap(({ text }) =>
      fold(text, false).words.filter((word) => plainWord.test(word) || word === 'i'),
    ),
  )
}

/** A Bloom filter of the words that corpora and innocent examples use, as a model holds it. */
export function commonWords(examples: readonly Example[]): Uint32Array {
  const seen = new Map<string, number>()
  for (const { text } of examples)
    for (const word of fold(text, false).words)
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
