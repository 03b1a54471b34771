import type { Written } from './scan.ts'

/** As few single letters make a word: `k.y.s`. */
const fewest = 3

/**
 * Where a run of single letters ends that begins at word `from`: letters with one and the same thing between each two (`s u i c i d e`, `f.u.c.k`).
 * `from` itself when there is none; a wider gap ends it, so that `H A P P Y   N E W` is two.
 */
export function spacedRun(text: string, { words, starts, ends }: Written, from: number): number {
  if (!isSingle(words[from]) || !isSingle(words[from + 1])) return from
  const between = gapAfter(from)
  if (between.length === 0 || between.length > 4 || /\s.*\n/u.test(between)) return from
  let to = from + 1
  while (to < words.length && isSingle(words[to]) && gapAfter(to - 1) === between) to++
  return to - from >= fewest ? to : from

  function gapAfter(word: number): string {
    return text.slice(ends[word], starts[word + 1])
  }
}

const isSingle = (word: string | undefined): boolean =>
  word !== undefined && word.length === 1 && /[\p{L}@$!013457]/u.test(word)
