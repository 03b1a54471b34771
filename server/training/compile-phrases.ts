import { type Concept, conceptOf, firstCue } from '#shared/classify/text/concepts.ts'
import { createFold } from '#shared/classify/text/fold/tokens.ts'
import { noVocabulary } from '#shared/classify/text/fold/vocabulary.ts'
import { hashWord } from '#shared/classify/text/hash.ts'
import { textLabels } from '#shared/classify/text/labels.ts'
import type { Sections } from '#shared/classify/text/model-layout.ts'
import { gapSymbol, shortestBeginning } from '#shared/classify/text/phrase-trie.ts'
import { stepsOf } from '#shared/classify/text/sorted-hashes.ts'
import type { WrittenPhrase } from './words-file.ts'

/** A phrase with what it shows. */
export interface PhraseConcept {
  readonly words: string
  readonly concept: Concept
}

/** The tables of the phrase layer, as a model holds them. */
export interface PhraseTables extends Pick<
  Sections,
  'words' | 'beginnings' | 'edgeCounts' | 'edgeSymbols' | 'nodeMeanings'
> {
  readonly meanings: readonly (readonly Concept[])[]
}

/** Phrases of words files and cues as one list. */
export const phraseConcepts = (
  phrases: readonly WrittenPhrase[],
  cues: ReadonlyMap<string, readonly string[]>,
): PhraseConcept[] => [
  ...phrases.map(({ label, tier, words }) => ({
    words,
    concept: conceptOf(textLabels.indexOf(label), tier),
  })),
  ...[...cues.values()].flatMap((each, nth) => each.map((words) => ({ words, concept: firstCue + nth }))),
]

interface Node {
  readonly edges: Map<string, Node>
  readonly concepts: Set<Concept>
}
const emptyNode = (): Node => ({ edges: new Map(), concepts: new Set() })
const fold = createFold(noVocabulary)

/** What a phrase is made of: `=word` a word, `^word` its beginning, `_` a gap. */
function piecesOf(phrase: string): string[] {
  return phrase.split(/\s+/u).flatMap((piece) => {
    if (piece === '_') return ['_']
    const isBeginning = piece.endsWith('*')
    const words = fold(isBeginning ? piece.slice(0, -1) : piece, false).words
    const last = words.length - 1
    return words.map((word, nth) =>
      isBeginning && nth === last && word.length >= shortestBeginning ? `^${word}` : `=${word}`,
    )
  })
}

/** Compiles phrases into tables. Throws when there are too many of them. */
export function compilePhrases(phrases: readonly PhraseConcept[]): PhraseTables {
  const root = emptyNode()
  const symbols = new Set<string>()
  for (const { words, concept } of phrases) {
    let node = root
    const steps = piecesOf(words)
    if (steps.length === 0 || steps.at(-1) === '_' || steps[0] === '_') throw new Error(`no phrase: ${words}`)
    for (const step of steps) {
      if (step !== '_') symbols.add(step)
      const next = node.edges.get(step) ?? emptyNode()
      node.edges.set(step, next)
      node = next
    }
    node.concepts.add(concept)
  }
  const numbers = numberSymbols(symbols)
  return {
    words: stepsOf(numbers.words),
    beginnings: stepsOf(numbers.beginnings),
    ...layOut(root, numbers.of),
  }
}

function numberSymbols(symbols: ReadonlySet<string>) {
  const hashesOf = (mark: string) =>
    Uint32Array.from(
      new Set([...symbols].filter((each) => each.startsWith(mark)).map((each) => hashWord(each.slice(1)))),
    ).toSorted()
  const words = hashesOf('=')
  const beginnings = hashesOf('^')
  if (words.length + beginnings.length >= gapSymbol) throw new Error('too many words in phrases')
  const place = new Map<string, number>()
  const wordAt = new Map(Array.from(words, (hash, at) => [hash, at]))
  const beginningAt = new Map(Array.from(beginnings, (hash, at) => [hash, words.length + at]))
  for (const each of symbols)
    place.set(each, (each.startsWith('=') ? wordAt : beginningAt).get(hashWord(each.slice(1))) ?? 0)
  return { words, beginnings, of: (step: string) => (step === '_' ? gapSymbol : (place.get(step) ?? 0)) }
}

/** Nodes in the order of their edges, breadth first, so that edge `e` leads to node `e + 1`. */
function layOut(root: Node, numberOf: (step: string) => number) {
  const meanings: Concept[][] = [[]]
  const meaningNumbers = new Map<string, number>([['', 0]])
  const edgeCounts: number[] = []
  const edgeSymbols: number[] = []
  const nodeMeanings: number[] = []
  const queue = [root]
  for (const node of queue) {
    edgeCounts.push(node.edges.size)
    nodeMeanings.push(meaningOf(node))
    const edges = [...node.edges]
      .map(([step, to]) => [numberOf(step), to] as const)
      .toSorted((a, b) => a[0] - b[0])
    for (const [symbol, to] of edges) {
      edgeSymbols.push(symbol)
      queue.push(to)
    }
  }
  if (edgeSymbols.length > 0xffff) throw new Error('too many phrases')
  return {
    edgeCounts: Uint16Array.from(edgeCounts),
    edgeSymbols: Uint16Array.from(edgeSymbols),
    nodeMeanings: Uint16Array.from(nodeMeanings),
    meanings,
  }

  function meaningOf({ concepts }: Node): number {
    const sorted = [...concepts].toSorted((a, b) => a - b)
    const key = sorted.join()
    const known = meaningNumbers.get(key)
    if (known !== undefined) return known
    meaningNumbers.set(key, meanings.length)
    meanings.push(sorted)
    return meanings.length - 1
  }
}
