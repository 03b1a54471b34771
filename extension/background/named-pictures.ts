import { givesFullName } from '#shared/classify/text/full-names.ts'

/** What was written or added is of one post for so long. */
const rememberedMs = 15 * 60_000
const mostPages = 50
const mostFields = 20
/** So many letters tell whether a text goes on or is another one. */
const beginning = 6

/** A field that somebody writes in, and the frame it stands in. */
export interface WrittenField {
  readonly key: string
  readonly frameId: number
}

interface Written extends WrittenField {
  readonly at: number
  readonly isNamed: boolean
  /** What has left its field is posted, whatever is written there next. */
  readonly sent: boolean
  /** How it begins: what begins like it in the same field is the same text, which was not sent after all. */
  readonly begins: string
  /** All of it, where that is one word: a form may ask for the names one by one. */
  readonly word: string | null
}

interface OfPage {
  pictureAt: number | null
  written: Written[]
}

/** Full names and pictures that are posted together: in memory only, gone with the worker. */
export interface NamedPictures {
  /**
   * Somebody has written in a field of a page. True when it gives a full name and a picture goes along.
   * @param text empty when the writer has taken away what stood there
   * @param given the writer’s given name, where the device knows it
   */
  wrote(page: string, field: WrittenField, text: string, sent: boolean, given: string | null): boolean
  /** A picture goes along with what is written on a page. Answers where a full name stands there, written last; null where none does. */
  added(page: string): WrittenField | null
}

/** @param now epoch milliseconds */
export function createNamedPictures(now: () => number): NamedPictures {
  const pages = new Map<string, OfPage>()

  /** The page as it is remembered, now the last of all. */
  function open(page: string): OfPage {
    const known = pages.get(page) ?? { pictureAt: null, written: [] }
    pages.delete(page)
    pages.set(page, known)
    if (pages.size > mostPages) pages.delete(pages.keys().next().value ?? '')
    known.written = known.written.filter(({ at }) => isLately(at))
    return known
  }
  const isLately = (at: number | null): boolean => at !== null && now() - at < rememberedMs

  return {
    wrote(page, { key, frameId }, text, sent, given) {
      const known = open(page)
      const word = /^\s*(\S+)\s*$/u.exec(text)?.[1] ?? null
      const others = known.written.filter((one) => one.key !== key)
      const whole = word === null ? [text] : [text, ...others.flatMap((one) => together(word, one.word))]
      const isNamed = whole.some((words) => givesFullName(words, given))
      const begins = text.slice(0, beginning)
      const last = known.written.findLast((one) => one.key === key)
      const isNext = last?.sent === true && !last.begins.startsWith(begins)
      const before = isNext ? known.written : known.written.filter((one) => one !== last)
      known.written = [...before, { key, frameId, at: now(), isNamed, sent, begins, word }].slice(-mostFields)
      return isNamed && isLately(known.pictureAt)
    },
    added(page) {
      const known = open(page)
      known.pictureAt = now()
      return known.written.findLast(({ isNamed }) => isNamed) ?? null
    },
  }
}

/** Two fields’ words as a name is written, whichever of them was filled in first. */
const together = (word: string, other: string | null): string[] =>
  other === null ? [] : [`${word} ${other}`, `${other} ${word}`]
