/** As much text as this is told of one document; of what comes later only how each paragraph begins. */
const mostText = 200_000
const headOfLater = 300
/** Paragraphs that may still grow: the last ones of an answer that is being written. */
const mostGrowing = 8
const longestGrowing = 20_000
/** What a grown paragraph repeats, so that a sentence is not cut in two. */
const overlap = 200
const mostKnown = 20_000
/** Clocks, prices and counters say nothing. */
const threeLetters = /(?:\p{L}\P{L}*){3}/u

/** What has been told of a document, so that nothing is told twice. */
export interface Told {
  /** What is new in a paragraph: all of it, what it has grown by, or nothing. */
  news(paragraph: string): string
}

export function createTold(): Told {
  const known = new Set<number>()
  let growing: string[] = []
  let told = 0
  return {
    news(paragraph) {
      const words = paragraph.replace(/\s+/g, ' ').trim()
      if (!threeLetters.test(words)) return ''
      if (known.size >= mostKnown) known.clear()
      const name = hashOf(words)
      if (known.has(name)) return ''
      known.add(name)
      const before = growing.find((one) => words.startsWith(one))
      growing = [
        ...growing.filter((one) => one !== before),
        ...(words.length < longestGrowing ? [words] : []),
      ]
      growing = growing.slice(-mostGrowing)
      const fresh = before === undefined ? words : words.slice(wordAt(words, before.length - overlap))
      const room = told < mostText ? mostText - told : headOfLater
      const kept = fresh.slice(0, Math.max(room, headOfLater))
      told += kept.length
      return kept
    },
  }
}

/** Where the word begins that stands at this place. */
const wordAt = (words: string, place: number): number => (place <= 0 ? 0 : words.indexOf(' ', place) + 1)

/** FNV-1a over UTF-16 units. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193)
  return hash
}
