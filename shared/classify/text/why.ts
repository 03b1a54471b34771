import { type CategoryId, traitsOf } from '../../domain/category.ts'
import { isCue, firstCue } from './concepts.ts'
import type { Stretch } from './features.ts'
import { quotedCue } from './judge-stretch.ts'
import type { Span, TextContext } from './reading.ts'

const places: Readonly<Record<TextContext, string>> = {
  page: 'On the page',
  query: 'In the search',
  typed: 'In what was typed',
}

/** How the words around change what is meant, for the cues that staff can make something of. */
const cueWords: Readonly<Record<string, string>> = {
  me: 'in the first person',
  you: 'said to somebody',
  negation: 'with a “not”',
  education: 'next to words of a lesson',
  health: 'next to words of health',
  news: 'next to words of the news',
  fiction: 'next to words of a story',
  game: 'next to words of a game',
  group: 'about a group of people',
  buying: 'next to words of buying',
}

const longestQuote = 80

/** The reason for a finding in words, such as: In what was typed: “kill myself” (self-harm and suicide; in the first person). */
export function whyOf(
  category: CategoryId,
  text: string,
  spans: readonly Span[],
  { hits, context, extraCues }: Stretch,
  cueNames: readonly string[],
): string {
  const quotes = spans.map(({ start, end }) => `“${quote(text.slice(start, end))}”`)
  const cues = new Set(hits.flatMap(({ concepts }) => concepts.filter(isCue)))
  const around = [...cues].flatMap((cue) => cueWords[cueNames[cue - firstCue] ?? ''] ?? [])
  const quoted = extraCues.includes(quotedCue) ? ['with quotation marks'] : []
  const label = traitsOf(category).label
  return `${places[context]}: ${quotes.join(', ')} (${[label, ...around.slice(0, 2), ...quoted].join('; ')})`
}

function quote(words: string): string {
  const plain = words.replace(/\s+/gu, ' ')
  // Not within a letter of two units.
  const start = plain.slice(0, longestQuote - 1).replace(/[\ud800-\udbff]$/u, '')
  return plain.length <= longestQuote ? plain : `${start}…`
}
