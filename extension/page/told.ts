/** As much text as this is told of one document as it comes; of what comes later how each paragraph begins. */
const mostText = 150_000
const headOfLater = 300
/** Of what was left out by then the end is told, too. */
const mostOfEnd = 50_000
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
  /** The end of all that was left out, once a walk is over. */
  end(): string
}

export function createTold(): Told {
  const known = new Set<number>()
  let growing: string[] = []
  let told = 0
  let room = mostOfEnd
  let leftOut = ''

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
      const kept = fresh.slice(0, Math.max(mostText - told, headOfLater))
      told += kept.length
      if (kept.length < fresh.length) leftOut += `${fresh.slice(wordAt(fresh, kept.length - overlap))}\n`
      // Cut now and then, so that a page without end does not gather without end, and not with each of its paragraphs.
      if (leftOut.length > 2 * mostOfEnd) leftOut = leftOut.slice(-mostOfEnd)
      return kept
    },
    end() {
      const words = room > 0 ? leftOut.slice(-room) : ''
      leftOut = ''
      room -= words.length
      return words
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
