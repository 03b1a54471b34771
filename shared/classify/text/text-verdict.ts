import type { FlagCause } from '../../domain/flag.ts'
import type { TextContext } from '../../domain/text-context.ts'
import type { Evidence, EvidenceSource, Verdict } from '../../domain/verdict.ts'
import { excerpt } from './excerpt.ts'
import type { TextFinding, TextModel, TextReading } from './reading.ts'

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

/** What a flag about words of a context says the pupil did. */
export const causeOfText = (context: TextContext): FlagCause => contexts[context].cause

/** One finding, with the words that made it so and a little around them; the whole when a model cannot say which. */
export const evidenceOfFinding = (
  { category, spans: [span] }: TextFinding,
  { text, context }: GivenText,
  { name }: Pick<TextModel, 'name'>,
): Evidence => ({
  category,
  source: contexts[context].source,
  rule: excerpt(text, span ?? { start: 0, end: text.length }),
  list: name.slice(0, 80),
})

/** What a reading says for each category. */
export const evidenceOfText = (
  { findings }: TextReading,
  given: GivenText,
  model: Pick<TextModel, 'name'>,
): Evidence[] => findings.map((finding) => evidenceOfFinding(finding, given, model))

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
