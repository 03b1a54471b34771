import { isLeet, readLeet } from './leet.ts'
import { mended, unstretched } from './mending.ts'
import { scan, type Written } from './scan.ts'
import { spacedRun } from './spaced.ts'
import { meaningOf } from './text-speak.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text as folded words, with the way back: where each stood, in UTF-16 code units of the text. Several words can come from one place. */
export interface Tokens {
  readonly words: string[]
  readonly starts: number[]
  readonly ends: number[]
  /** The words that a sentence begins with, the first one included, and behind them the number of words. */
  readonly sentences: number[]
  /** The words next to a quotation mark. */
  readonly quoted: number[]
}

/** Folds texts with one vocabulary, and remembers words. `mends` looks for slips of the finger too. */
export type Fold = (text: string, mends: boolean) => Tokens

/** As many words are remembered. */
const mostRemembered = 8192

/** So many words may be what is said again and again. */
const longestRefrain = 4

/** A fold that knows `vocabulary`. Pure but for what it remembers to be quick. */
export function createFold(vocabulary: Vocabulary): Fold {
  const remembered = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()] as const

  function readingOf(written: string, mends: boolean): readonly string[] {
    const known = remembered[mends ? 1 : 0]
    const found = known.get(written)
    if (found !== undefined) return found
    const reading = read(written, mends, vocabulary)
    if (known.size >= mostRemembered) known.clear()
    known.set(written, reading)
    return reading
  }

  /** `I h a t e`: the pronoun is no part of the word behind it. */
  function spacedWords(word: string): readonly string[] {
    const rest = word.slice(1)
    return /^[ia]/u.test(word) && !vocabulary.isCore(word) && vocabulary.isCore(rest)
      ? [word.slice(0, 1), rest]
      : readingOf(word, true)
  }

  return (text, mends) => {
    const written = scan(text)
    const tokens: Tokens = { words: [], starts: [], ends: [], sentences: [], quoted: [] }
    const marks = { sentence: 0, quote: 0 }
    for (let i = 0; i < written.words.length;) {
      const end = spacedRun(text, written, i)
      takeMarks(written, i, tokens, marks)
      const next = end > i ? end : i + 1
      const said =
        end > i ? spacedWords(written.words.slice(i, end).join('')) : readingOf(written.words[i] ?? '', mends)
      for (const each of said) {
        addToken(tokens, each, written.starts[i] ?? 0, written.ends[next - 1] ?? 0)
        dropRepeat(tokens)
      }
      i = next
    }
    tokens.sentences.push(tokens.words.length)
    return tokens
  }
}

function read(written: string, mends: boolean, vocabulary: Vocabulary): readonly string[] {
  const whole = meaningOf(written)
  if (whole !== undefined) return whole
  const spelt = isLeet(written) ? readLeet(written, vocabulary) : written
  const word = unstretched(spelt, vocabulary)
  if (word === '') return []
  return meaningOf(word) ?? (mends ? mended(word, vocabulary) : undefined) ?? [word]
}

function addToken({ words, starts, ends }: Tokens, word: string, start: number, end: number): void {
  words.push(word)
  starts.push(start)
  ends.push(end)
}

/** `na na na na`, `tick tock tick tock tick tock`: what a sentence says three times in a row or more often counts as said twice. */
function dropRepeat({ words, starts, ends, sentences }: Tokens): void {
  const begins = sentences.at(-1) ?? 0
  for (let period = 1; period <= longestRefrain; period++) {
    const kept = words.length - period
    if (kept - 2 * period < begins) return
    let at = words.length - 1
    while (at >= kept - period && words[at] === words[at - period]) at--
    if (at >= kept - period) continue
    ends[kept - 1] = ends.at(-1) ?? 0
    words.length = starts.length = ends.length = kept
    return
  }
}

/** Carries over the sentence and quotation marks that stand before written word `i`. */
function takeMarks(
  written: Written,
  i: number,
  tokens: Tokens,
  marks: { sentence: number; quote: number },
): void {
  while ((written.sentences[marks.sentence] ?? Infinity) <= i) {
    if (tokens.sentences.at(-1) !== tokens.words.length) tokens.sentences.push(tokens.words.length)
    marks.sentence++
  }
  while ((written.quoted[marks.quote] ?? Infinity) <= i) {
    tokens.quoted.push(tokens.words.length)
    marks.quote++
  }
}
