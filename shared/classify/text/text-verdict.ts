import type { FlagCause } from '../../domain/flag.ts'
import type { TextContext } from '../../domain/text-context.ts'
import type { Evidence, EvidenceSource, Verdict } from '../../domain/verdict.ts'
import type { TextModel, TextReading } from './reading.ts'

/** Words that are in question, and where they stand. */
export interface GivenText {
  readonly text: string
  readonly context: TextContext
}

/** How words of each context count, and what a flag about them says the pupil did. */
const contexts: Readonly<Record<TextContext, { source: EvidenceSource; cause: FlagCause }>> = {
  page: { source: 'text', cause: 'visit' },
  query: { source: 'query', cause: 'search' },
  typed: { source: 'typed', cause: 'typed' },
}

const longestRule = 300

/** What a flag about words of a context says the pupil did. */
export const causeOfText = (context: TextContext): FlagCause => contexts[context].cause

/** What a reading says for each category, with the most telling words. */
export const evidenceOfText = (
  { findings }: TextReading,
  { text, context }: GivenText,
  { name }: Pick<TextModel, 'name'>,
): Evidence[] =>
  findings.map(({ category, spans: [span = { start: 0, end: 0 }] }) => ({
    category,
    source: contexts[context].source,
    rule: text.slice(span.start, Math.min(span.end, span.start + longestRule)),
    list: name,
  }))

/** The verdict on words alone, without a page around them. Help is met with help where the words are the pupil's own. */
export const verdictOfText = (
  reading: TextReading,
  given: GivenText,
  model: Pick<TextModel, 'name'>,
): Verdict => ({
  url: '',
  host: '',
  path: '',
  query: '',
  evidence: evidenceOfText(reading, given, model),
  seeksHelp: reading.seeksHelp && given.context !== 'page',
})
