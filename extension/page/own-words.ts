/** Of so many things that somebody wrote, and of each so much, it is known what they are. */
const mostTexts = 30
const longestText = 20_000
/** A page puts a name and a time beside what somebody said. */
const longestFrame = 50
/** A word or two are anybody’s. */
const shortestText = 12

/** What somebody has written in a document, so that it is not taken for what the page says when the page shows it. */
export interface OwnWords {
  /** @param key what is kept for it before is replaced */
  keep(key: object, text: string): void
  /** True for a paragraph that is theirs: part of what they wrote, or all of it with a little beside. */
  has(paragraph: string): boolean
}

export function createOwnWords(): OwnWords {
  const texts = new Map<object, string>()
  return {
    keep(key, text) {
      texts.delete(key)
      texts.set(key, lettersOf(text.slice(-longestText)))
      if (texts.size > mostTexts) texts.delete(texts.keys().next().value ?? key)
    },
    has(paragraph) {
      if (texts.size === 0) return false
      const said = lettersOf(paragraph)
      return [...texts.values()].some(
        (text) =>
          text.includes(said) ||
          (text.length >= shortestText && said.length - text.length < longestFrame && said.includes(text)),
      )
    },
  }
}

/** What a preview leaves of a text when it makes bold, links and lines of its signs. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
