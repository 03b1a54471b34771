import type { Analysis } from './analysis.ts'
import { isCue, labelOf, tierOf } from './concepts.ts'
import type { FeatureTable } from './feature-table.ts'
import type { Stretch } from './features.ts'
import type { Tokens } from './fold/tokens.ts'
import { stretchOf, weigh } from './judge-stretch.ts'
import { distressAt, helpAt, textLabels } from './labels.ts'
import type { TextContext } from './reading.ts'
import { type Range, stretchesOf } from './stretches.ts'

/** Where a label was likeliest so far. */
export interface Best {
  readonly logit: number
  readonly stretch: Stretch
  readonly analysis: Analysis
  readonly text: string
  /** Where `text` begins in all that was read. */
  readonly offset: number
}

/** What all stretches of a text, or of a page's pieces so far, say. */
export interface Tally {
  readonly best: (Best | undefined)[]
  /** For each label the logits of the likeliest stretches, highest first. */
  readonly top: number[][]
  /** Sentences judged. */
  sentences: number
}

export const emptyTally = (): Tally => ({
  best: textLabels.map(() => undefined),
  top: textLabels.map(() => []),
  sentences: 0,
})

const topKept = 3

/** What is read, and where it stands. */
export interface Piece {
  readonly text: string
  readonly offset: number
  readonly context: TextContext
}

/** Judges each stretch of `piece` and keeps what was likeliest. */
export function tallyPiece(
  tally: Tally,
  piece: Piece,
  analysis: Analysis,
  table: FeatureTable,
  biases: readonly number[],
): void {
  const logits = new Float64Array(table.labels)
  // Buttons in a row say no more than one.
  const longest = piece.context === 'page' ? longestSentence(analysis.tokens) : Infinity
  for (const range of stretchesOf(analysis.tokens)) {
    const stretch = stretchOf(analysis, range, piece.context)
    logits.set(biases)
    weigh(stretch, analysis, table, logits)
    tally.sentences++
    const { asked, tier } = askedOf(Math.min(wordsOf(range, analysis), longest), piece.context)
    const named = labelsNamed(stretch, tier)
    for (let label = 0; label < logits.length; label++) {
      const logit = logits[label] ?? 0
      keep(tally, label, ((named >>> label) & 1) === 1 ? logit : logit - asked, stretch, piece, analysis)
    }
  }
}

/** Of “distress” and “help” nothing is shut or flagged, and few phrases name them. */
const gentle = (1 << distressAt) | (1 << helpAt)
/** What single words make likely is less sure than what a phrase names, if only as a cue: so much is asked, unless there is a phrase of the tier. */
const ofSeveralWords = { asked: 1.2, tier: 1 }
/** And a word that stands alone, such as “October”, “win” or “women”, says nothing of harm unless it is strong by itself. */
const ofLoneWord = { asked: 5, tier: 3 }
/** On a page so few words are a button or an entry of a menu, such as “Send a picture”, unless a phrase is harm by itself. */
const ofButton = { asked: 2.5, tier: 3 }
const mostOnButton = 3

const longestSentence = ({ sentences }: Tokens): number =>
  sentences.reduce((most, from, nth) => Math.max(most, (sentences[nth + 1] ?? from) - from), 0)

/** How many words a stretch has; one that is said twice is one (a refrain is folded to two of its word). */
function wordsOf([from, to]: Range, { hashes }: Analysis): number {
  return to - from === 2 && hashes[from] === hashes[from + 1] ? 1 : to - from
}

function askedOf(words: number, context: TextContext): typeof ofSeveralWords {
  if (words === 1) return ofLoneWord
  return context === 'page' && words <= mostOnButton ? ofButton : ofSeveralWords
}

/** The labels, as bits, that phrases of tier `least` or above vouch for, and those that need none. */
function labelsNamed({ hits }: Stretch, least: number): number {
  let bits = gentle
  for (const { concepts } of hits)
    for (const each of concepts) if (!isCue(each) && tierOf(each) >= least) bits |= 1 << labelOf(each)
  return bits
}

function keep(
  tally: Tally,
  label: number,
  logit: number,
  stretch: Stretch,
  { text, offset }: Piece,
  analysis: Analysis,
): void {
  const best = tally.best[label]
  const top = tally.top[label]
  if (top !== undefined && (top.length < topKept || logit > (top.at(-1) ?? 0))) {
    top.push(logit)
    top.sort((a, b) => b - a)
    top.length = Math.min(top.length, topKept)
  }
  if (best === undefined || logit > best.logit) tally.best[label] = { logit, stretch, analysis, text, offset }
}
