import type { Concept } from './concepts.ts'
import { isCue } from './concepts.ts'
import { hashStart, hashStep, hashWord, mix } from './hash.ts'
import type { Hit } from './phrase-trie.ts'
import type { TextContext } from './reading.ts'

/** Takes a feature's hash. Training and judging make features with the same functions. */
export type Emit = (hash: number) => void

const salts = {
  word: 1,
  pair: 2,
  letters: 3,
  concept: 5,
  conceptInCue: 6,
  conceptInContext: 7,
  concepts: 8,
  before: 9,
  after: 10,
  phrase: 11,
  context: 12,
  twice: 13,
  cue: 14,
  length: 15,
  skip: 16,
} as const

export const contextNumbers: Readonly<Record<TextContext, number>> = { page: 1, query: 2, typed: 3 }

const shortestGram = 3
const longestGram = 5
const opening = 0x3c
const closing = 0x3e

/**
 * The word itself, and its runs of 3 to 5 letters with its edges marked. A run that begins with three letters that began one before is left out:
 * “hahahahaha” says no more than “haha”.
 */
export function emitWord(word: string, emit: Emit): void {
  emit(mix(salts.word, hashWord(word)))
  const units = word.length + 2
  const begun: number[] = []
  for (let from = 0; from + shortestGram <= units; from++) {
    let hash = hashStart
    const longest = Math.min(longestGram, units - from)
    for (let length = 1; length <= longest; length++) {
      hash = hashStep(hash, unitAt(word, from + length - 1))
      if (length === shortestGram) {
        if (begun.includes(hash)) break
        begun.push(hash)
      }
      if (length >= shortestGram) emit(mix(salts.letters + 256 * length, hash))
    }
  }
}

/** The UTF-16 unit at `at` of a word with its edges marked. */
const unitAt = (word: string, at: number): number =>
  at === 0 ? opening : at > word.length ? closing : word.charCodeAt(at - 1)

/** What stands before the first word of a stretch and behind its last. */
export const edgeHash = 0x2a2a2a2a

/** Two words next to each other, by their hashes. */
export const pairFeature = (first: number, second: number): number =>
  mix(salts.pair, Math.imul(first, 31) + second)
/** Two words with one between them. */
export const skipFeature = (first: number, second: number): number =>
  mix(salts.skip, Math.imul(first, 37) + second)

/** How much one word counts in a stretch of `words` words: a single word says less in a long one. */
export const wordShare = (words: number): number => 1 / Math.sqrt(Math.max(words, 4))

/** A stretch of a text about which one judgement is made. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Hits within it, exceptions and what they cover taken away. */
  readonly hits: readonly Hit[]
  readonly context: TextContext
  /** The concept for words in quotation marks, when there are any. */
  readonly extraCues: readonly Concept[]
}

/** What phrases, cues and the place of words around them say about a stretch. `hashes` has each word's. Each feature counts once. */
export function emitConcepts(stretch: Stretch, hashes: ArrayLike<number>, emit: Emit): void {
  const { from, to, hits, context } = stretch
  const place = contextNumbers[context]
  const seen = new Set<number>()
  const once = (hash: number) => {
    if (seen.has(hash)) return
    seen.add(hash)
    emit(hash)
  }
  once(mix(salts.context, place))
  once(mix(salts.length, place * 16 + Math.min(7, Math.floor(Math.log2(to - from + 1)))))
  const concepts = new Set<Concept>(stretch.extraCues)
  for (const { concepts: each, node } of hits) {
    for (const concept of each) concepts.add(concept)
    once(mix(salts.phrase, node))
  }
  const all = [...concepts].toSorted((a, b) => a - b)
  const cues = all.filter(isCue)
  const risks = all.filter((each) => !isCue(each))
  for (const cue of cues) once(mix(salts.cue, cue * 4 + place))
  for (const [i, risk] of risks.entries()) {
    once(mix(salts.concept, risk))
    once(mix(salts.conceptInContext, risk * 4 + place))
    if (cues.length === 0) once(mix(salts.conceptInCue, risk * 256))
    for (const cue of cues) once(mix(salts.conceptInCue, risk * 256 + cue))
    for (const other of risks.slice(i + 1)) once(mix(salts.concepts, risk * 256 + other))
  }
  emitPairsOfCues(cues, once)
  emitAround(stretch, hashes, once)
}

/** A group and a verb, a group and a negation: two cues together say what neither says. */
function emitPairsOfCues(cues: readonly Concept[], emit: Emit): void {
  for (const [i, cue] of cues.entries())
    for (const other of cues.slice(i + 1)) emit(mix(salts.concepts, cue * 256 + other))
}

const around = 3

/** The words around each hit, near and farther, so that `@group are` is learnt for all groups from a few. */
function emitAround({ from, to, hits }: Stretch, hashes: ArrayLike<number>, emit: Emit): void {
  const places = new Set<number>()
  for (const { start, end, concepts } of hits)
    for (const concept of concepts) {
      const place = (start * 1024 + (end - start)) * 256 + concept
      if (places.has(place)) continue
      if (places.size > 0) emit(mix(salts.twice, concept))
      places.add(place)
      for (let distance = 1; distance <= around; distance++) {
        const near = (distance === 1 ? 0 : 256) + concept
        if (start - distance >= from) emit(mix(salts.before + 512 * near, hashes[start - distance] ?? 0))
        if (end - 1 + distance < to) emit(mix(salts.after + 512 * near, hashes[end - 1 + distance] ?? 0))
      }
    }
}
