import type { Tokens } from './fold/tokens.ts'

/** Words in a stretch that is judged as one; a longer sentence is judged in pieces that overlap. */
const longest = 40
const overlap = 10
/** A text of at most so many words is also judged as a whole. */
const longestWhole = 60

/** Words `from` to before `to`. */
export type Range = readonly [from: number, to: number]

/** What of a text is judged by itself: its sentences, the pieces of long ones, and a short text as a whole. */
export function stretchesOf({ sentences, words }: Tokens): Range[] {
  const found: Range[] = []
  for (const [nth, from] of sentences.entries()) {
    const to = sentences[nth + 1] ?? from
    if (to - from <= longest) {
      if (to > from) found.push([from, to])
      continue
    }
    for (let at = from; at + overlap < to; at += longest - overlap)
      found.push([at, Math.min(at + longest, to)])
  }
  if (found.length > 1 && words.length <= longestWhole) found.push([0, words.length])
  return found
}
