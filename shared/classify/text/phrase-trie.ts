import type { Concept } from './concepts.ts'
import { startsOf } from './feature-table.ts'
import { hashStart, hashStep } from './hash.ts'
import type { Sections } from './model-layout.ts'
import { indexOfHash, hashesFrom } from './sorted-hashes.ts'

/** The symbol of an edge over which up to `longestGap` words may be skipped. It sorts behind all others. */
export const gapSymbol = 0xffff
const longestGap = 3
/** A beginning of a word that a phrase names with `*` has at least so many letters. */
export const shortestBeginning = 2

/** A phrase found: words `start` to before `end`, and what it shows. `node` is the phrase's own number. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly node: number
  readonly concepts: readonly Concept[]
}

export interface PhraseTrie {
  /** The symbols that a word counts as: itself and its beginnings, where phrases name them. */
  symbolsOf(word: string): readonly number[]
  /** Adds to `hits` all phrases that begin at word `at` and end before `limit`; `symbols` has each word's. */
  match(symbols: readonly (readonly number[])[], at: number, limit: number, hits: Hit[]): void
}

/** Finds phrases with the tables of a model. */
export function createPhraseTrie(sections: Sections, meanings: readonly (readonly Concept[])[]): PhraseTrie {
  const { edgeSymbols, nodeMeanings } = sections
  const words = hashesFrom(sections.words)
  const beginnings = hashesFrom(sections.beginnings)
  const edgeStarts = startsOf(sections.edgeCounts)
  const roots = new Int32Array(words.length + beginnings.length).fill(-1)
  for (let edge = 0; edge < (edgeStarts[1] ?? 0); edge++) roots[edgeSymbols[edge] ?? 0] = edge

  function symbolsOf(word: string): readonly number[] {
    const symbols: number[] = []
    let hash = hashStart
    for (let i = 0; i < word.length; i++) {
      hash = hashStep(hash, word.charCodeAt(i))
      if (i + 1 < shortestBeginning) continue
      const beginning = indexOfHash(beginnings, hash >>> 0)
      if (beginning !== -1) symbols.push(words.length + beginning)
    }
    const whole = indexOfHash(words, hash >>> 0)
    if (whole !== -1) symbols.push(whole)
    return symbols
  }

  function edgeFor(node: number, symbol: number): number {
    let low = edgeStarts[node] ?? 0
    let high = (edgeStarts[node + 1] ?? 0) - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = edgeSymbols[middle] ?? 0
      if (found === symbol) return middle
      if (found < symbol) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  function match(symbols: readonly (readonly number[])[], at: number, limit: number, hits: Hit[]): void {
    for (const symbol of symbols[at] ?? []) {
      const edge = roots[symbol] ?? -1
      if (edge !== -1) walk(edge + 1, at + 1)
    }

    function walk(node: number, next: number): void {
      const concepts = meanings[nodeMeanings[node] ?? 0]
      if (concepts !== undefined && concepts.length > 0) hits.push({ start: at, end: next, node, concepts })
      if (edgeStarts[node] === edgeStarts[node + 1]) return
      const gap = edgeFor(node, gapSymbol)
      if (gap !== -1)
        for (let skip = 0; skip <= longestGap && next + skip < limit; skip++) step(gap + 1, next + skip)
      step(node, next)
    }
    function step(node: number, next: number): void {
      if (next >= limit) return
      for (const symbol of symbols[next] ?? []) {
        const edge = edgeFor(node, symbol)
        if (edge !== -1) walk(edge + 1, next + 1)
      }
    }
  }
  return { symbolsOf, match }
}
