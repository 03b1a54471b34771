import type { CategoryId } from '../../domain/category.ts'
import type { Span, TextContext } from '../../domain/text-context.ts'

export { type Span, TextContext } from '../../domain/text-context.ts'

/** What is known of a page before it is read: a site that lists call good needs more to be called harmful. */
export type PagePrior = 'good' | 'ordinary'

/** One thing that a text is about. */
export interface TextFinding {
  readonly category: CategoryId
  /** 0 to 1. Half is the threshold of its category and context. */
  readonly score: number
  /** The words that made it so, most telling first; never empty. */
  readonly spans: readonly Span[]
  /** The reason, for staff, in words. */
  readonly why: string
}

/** What a text is about. */
export interface TextReading {
  /** What passes its threshold, gravest first. */
  readonly findings: readonly TextFinding[]
  /** When nothing passes: at most three that came nearest. */
  readonly near: readonly TextFinding[]
  /** How much the text sounds like somebody who is not well, 0 to 1. For pastoral routing; never blocks. */
  readonly distress: number
  /** True for the words of somebody who looks for help: help is shown, nothing is shut. */
  readonly seeksHelp: boolean
}

/** A page that is read as it comes. */
export interface PageReading {
  /** Reads some more of the page, at whole paragraphs. Answers what the page is about so far; spans count within all that was added, end to end. */
  add(text: string): TextReading
}

/** A text model ready to read. Pure: the same model and text give the same reading. */
export interface TextModel {
  /** Such as `text 3`: what evidence names as its list. */
  readonly name: string
  read(text: string, context: TextContext, prior?: PagePrior): TextReading
  readPage(prior?: PagePrior): PageReading
}
