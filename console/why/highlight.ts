import type { WhyFinding } from '#shared/protocol/why.ts'

/** A stretch of a text, and what it was found to be about; null where nothing was. */
export interface Segment {
  readonly text: string
  readonly finding: WhyFinding | null
}

/** A text cut at the spans of its findings, in order. Where spans overlap, the finding that comes first has the words. */
export function segmentsOf(text: string, findings: readonly WhyFinding[]): Segment[] {
  const spans = findings
    .flatMap((finding, rank) => finding.spans.map((span) => ({ ...span, finding, rank })))
    .toSorted((one, other) => one.start - other.start || one.rank - other.rank)
  const segments: Segment[] = []
  let at = 0
  for (const { start, end, finding } of spans) {
    const from = Math.max(start, at)
    if (end <= from || from >= text.length) continue
    if (from > at) segments.push({ text: text.slice(at, from), finding: null })
    segments.push({ text: text.slice(from, end), finding })
    at = Math.min(end, text.length)
  }
  if (at < text.length) segments.push({ text: text.slice(at), finding: null })
  return segments
}
