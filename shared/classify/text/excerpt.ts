import type { Span } from './reading.ts'

/** As much as a flag carries. */
const longest = 200
const context = 60
const cut = '…'

/** The words of a span with a little of what stands around them, cut at words, on one line, at most 200 UTF-16 units. */
export function excerpt(text: string, { start, end }: Span): string {
  const room = Math.max(0, longest - 2 * cut.length - (end - start))
  const side = Math.min(context, Math.floor(room / 2))
  const from = start - side <= 0 ? 0 : wordAfter(text, start - side, start)
  const stop = Math.min(end, start + longest - 2 * cut.length)
  const to = stop + side >= text.length ? text.length : wordBefore(text, stop + side, stop)
  const words = text
    .slice(from, to)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `${from > 0 ? cut : ''}${words}${to < text.length ? cut : ''}`.slice(0, longest)
}

function wordAfter(text: string, from: number, start: number): number {
  const space = text.indexOf(' ', from)
  return space === -1 || space >= start ? start : space + 1
}

function wordBefore(text: string, to: number, end: number): number {
  const space = text.lastIndexOf(' ', to)
  return space <= end ? end : space
}
