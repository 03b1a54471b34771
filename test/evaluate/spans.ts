import type { DevPage } from '#server/training/held-out.ts'
import type { TextLabel } from '#shared/classify/text/labels.ts'
import type { Span, TextModel } from '#shared/classify/text/reading.ts'
import { has } from './cases.ts'
import { type Share, shareOf } from './interval.ts'
import { acts } from './judges.ts'

/** True for a span that lies in the stretch of text from `from` to before `to`. */
export const liesWithin = ({ start, end }: Span, [from, to]: readonly [from: number, to: number]): boolean =>
  start >= from && end <= to

/** Of the risky sentences that were found in long pages, those where the first words that are shown as the reason are the sentence's own. */
export function spansRight(pages: readonly DevPage[], model: Pick<TextModel, 'read'>): Share {
  const found = pages.flatMap(({ text, span, labels, also_ok }) => {
    if (span == null) return []
    const right = model
      .read(text, 'page')
      .findings.find(
        ({ category }) =>
          acts(category as TextLabel) &&
          [...labels, ...(also_ok ?? [])].some((name) => has([category as TextLabel], name)),
      )
    return right === undefined ? [] : [{ first: right.spans[0], span }]
  })
  return shareOf(found, ({ first, span }) => first !== undefined && liesWithin(first, span))
}
