import type { PagePrior, TextFinding, TextModel } from '#shared/classify/text/reading.ts'
import { evidenceOfFinding } from '#shared/classify/text/text-verdict.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { Evidence } from '#shared/domain/verdict.ts'

/** As many things as a page is said to be about. */
const mostPieces = 4

/** A page as far as it has been read. */
export interface ReadPage {
  /** Reads some more of it. Answers what the page is about so far, each with the words that say so. */
  add(text: string): { readonly evidence: readonly Evidence[]; readonly seeksHelp: boolean }
}

/** Begins a page. The words behind a finding are taken down while the piece in which they stand is at hand: the text itself is not kept. */
export function readPageBy(model: TextModel, prior: PagePrior): ReadPage {
  const reading = model.readPage(prior)
  const told = new Map<CategoryId, Evidence>()
  let length = 0

  /** The finding as it stands in the last piece; spans count from the beginning of the page. */
  const inPiece = ({ spans, ...finding }: TextFinding): TextFinding => ({
    ...finding,
    spans: spans.flatMap(({ start, end }) =>
      start < length ? [] : [{ start: start - length, end: end - length }],
    ),
  })

  return {
    add(text) {
      const { findings, seeksHelp } = reading.add(text)
      for (const finding of findings.map(inPiece))
        if (finding.spans.length > 0 || !told.has(finding.category))
          told.set(finding.category, evidenceOfFinding(finding, { text, context: 'page' }, model))
      length += text.length
      const evidence = findings.flatMap(({ category }) => told.get(category) ?? []).slice(0, mostPieces)
      return { evidence, seeksHelp }
    },
  }
}
