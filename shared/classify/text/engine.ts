import { createAnalyser } from './analysis.ts'
import { createFeatureTable, type FeatureTable } from './feature-table.ts'
import { createFold } from './fold/tokens.ts'
import { hashWord } from './hash.ts'
import type { ModelFile } from './model-layout.ts'
import { createPhraseTrie } from './phrase-trie.ts'
import type { TextContext } from './reading.ts'
import { indexOfHash, hashesFrom } from './sorted-hashes.ts'
import { emptyTally, type Tally, tallyPiece } from './tally.ts'
import { hasWord } from './word-filter.ts'

/** UTF-16 units that are read; what stands behind is not. A megabyte of words is more than a pupil reads in a day. */
const mostRead: Readonly<Record<TextContext, number>> = { page: 1_000_000, query: 2_000, typed: 20_000 }

/** The working parts of a model. */
export interface Engine {
  readonly table: FeatureTable
  /** Judges all stretches of `text` and adds them to `tally`; answers how many units of it were read. `offset`: what was read before. */
  add(tally: Tally, text: string, context: TextContext, offset: number): number
  /** A fresh tally of one text. */
  tally(text: string, context: TextContext): Tally
}

/** Puts a model's sections to work. */
export function createEngine({ head, sections }: ModelFile): Engine {
  const { common } = sections
  const core = hashesFrom(sections.core)
  const table = createFeatureTable(sections, head.scales)
  const fold = createFold({
    isCore: (word) => indexOfHash(core, hashWord(word)) !== -1,
    isCommon: (word) => hasWord(common, hashWord(word)),
  })
  const analyse = createAnalyser(fold, createPhraseTrie(sections, head.meanings), table)

  function add(tally: Tally, text: string, context: TextContext, offset: number): number {
    const read = text.slice(0, Math.max(0, mostRead[context] - offset))
    const piece = { text: read, offset, context }
    tallyPiece(tally, piece, analyse(read, context !== 'page'), table, head.biases)
    return read.length
  }
  return {
    table,
    add,
    tally(text, context) {
      const tally = emptyTally()
      add(tally, text, context, 0)
      return tally
    },
  }
}
