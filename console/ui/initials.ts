/** First letters of the first and last word of a name, upper case; at most two. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('')
}

/** A number from 0 to `count` - 1 that stays the same for the same text. */
export function steadyIndex(text: string, count: number): number {
  let sum = 0
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521
  return sum % count
}
