import type { Nudge, NudgeKind } from '#shared/domain/nudge.ts'
import { fillIn } from './words/fill-in.ts'
import { type HelpLine, helpLinesFor } from './words/help-lines.ts'
import { nudgeWords, type NudgeWords } from './words/nudge-words.ts'

/** More than these nobody reads beside what they write. */
const mostLines = 3

/** Hints that say whom one can turn to. */
const withHelpLines: ReadonlySet<NudgeKind> = new Set(['help', 'unsafe', 'risky'])

/** A hint with its help lines, in words for the band. */
export function nudgeCard({ kind, band, category, isTold }: Nudge): NudgeWords & {
  readonly help: readonly { readonly name: string; readonly how: string; readonly site: string }[]
} {
  const lines = withHelpLines.has(kind) ? helpLinesFor(category, band) : []
  const help = lines
    .slice(0, mostLines)
    .map((line) => ({ name: line.name, how: howToReach(line), site: line.site }))
  return { ...nudgeWords(kind, band, isTold), help }
}

function howToReach({ call, text }: HelpLine): string {
  if (call !== undefined) return call
  if (text === undefined) return ''
  return fillIn('text {word} to {number}', { word: text.word ?? '', number: text.number }).replace('  ', ' ')
}
