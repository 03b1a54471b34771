import { describe, expect, it } from 'vitest'
import type { Analysis } from '#shared/classify/text/analysis.ts'
import { helpAt, textCategories, textLabels } from '#shared/classify/text/labels.ts'
import { readingOf, type Reader } from '#shared/classify/text/reading-of.ts'
import { emptyTally, type Tally } from '#shared/classify/text/tally.ts'

const zero = textLabels.map(() => 0)
const thresholds = { page: zero, query: zero, typed: zero }
/** A model that knows nothing, so that only the rules around it decide. */
const reader = {
  table: { labels: textLabels.length, add: () => undefined },
  head: { thresholds, cues: [] },
} as unknown as Reader

const text = 'three plain words'
const analysis = {
  tokens: {
    words: ['three', 'plain', 'words'],
    starts: [0, 6, 12],
    ends: [5, 11, 17],
    sentences: [0, 3],
    quoted: [],
  },
  hashes: new Uint32Array(3),
  weights: [],
  hits: [],
} as unknown as Analysis

/** A text in which labels reached these logits. */
function tallyOf(logits: Readonly<Record<string, number>>, sentences = 1): Tally {
  const tally = { ...emptyTally(), sentences }
  for (const [label, logit] of Object.entries(logits)) {
    const at = textLabels.indexOf(label as (typeof textLabels)[number])
    const stretch = { from: 0, to: 3, hits: [], context: 'page', extraCues: [] } as const
    tally.best[at] = { logit, stretch, analysis, text, offset: 100 }
    tally.top[at] = [logit]
  }
  return tally
}
const found = (...given: Parameters<typeof readingOf>): string[] =>
  readingOf(...given).findings.map(({ category }) => category)

describe('what is made of a tally', () => {
  it('is found from the threshold on, gravest first, with its place in all that was read', () => {
    const { findings, near } = readingOf(
      tallyOf({ violence: 0.1, 'self-harm': 2, hate: -0.1 }),
      'page',
      'ordinary',
      reader,
    )
    expect(findings.map(({ category }) => category)).toEqual(['self-harm', 'violence'])
    expect(findings[0]?.spans).toEqual([{ start: 100, end: expect.any(Number) as number }])
    expect(near).toEqual([])
  })

  it('asks for more on a page of a site known to be good, and there alone', () => {
    const tally = tallyOf({ violence: 0.9 })
    expect(found(tally, 'page', 'ordinary', reader)).toEqual(['violence'])
    expect(found(tally, 'page', 'good', reader)).toEqual([])
    expect(found(tallyOf({ violence: 1.1 }), 'page', 'good', reader)).toEqual(['violence'])
    for (const context of ['typed', 'query'] as const)
      expect(found(tally, context, 'good', reader)).toEqual(['violence'])
  })

  it('asks for more of a longer page, not of a longer message', () => {
    const tally = tallyOf({ violence: 0.9 }, 1024)
    expect(found(tally, 'page', 'ordinary', reader)).toEqual([])
    expect(found(tally, 'typed', 'ordinary', reader)).toEqual(['violence'])
  })

  it('names what came near, at most three, only when nothing is found', () => {
    const { near } = readingOf(
      tallyOf({ violence: -0.5, hate: -0.2, drugs: -1, gambling: -0.1, weapons: -9 }),
      'page',
      'ordinary',
      reader,
    )
    expect(near.map(({ category }) => category)).toEqual(['gambling', 'hate', 'violence'])
  })

  it('knows who looks for help and who is not well, and calls neither a harm', () => {
    const { findings, seeksHelp, distress } = readingOf(
      tallyOf({ help: 1, distress: 1 }),
      'typed',
      'ordinary',
      reader,
    )
    expect({ findings, seeksHelp }).toEqual({ findings: [], seeksHelp: true })
    expect(distress).toBeGreaterThan(0.7)
    expect(textCategories).not.toContain(textLabels[helpAt])
  })
})
