import { describe, expect, it } from 'vitest'
import { calibrate, type Held } from '#server/training/calibrate.ts'
import { settings } from '#server/training/settings.ts'
import { commonWords } from '#server/training/vocabulary-of.ts'
import type { Engine } from '#shared/classify/text/engine.ts'
import { hashWord } from '#shared/classify/text/hash.ts'
import { textLabels } from '#shared/classify/text/labels.ts'
import { type Best, emptyTally } from '#shared/classify/text/tally.ts'
import { hasWord } from '#shared/classify/text/word-filter.ts'

/** A model to which every label is as likely as the text, which is a number, says. */
const engine = {
  tally: (text: string) => ({
    ...emptyTally(),
    best: textLabels.map(() => ({ logit: Number(text) }) as Best),
    sentences: 1,
  }),
} as unknown as Engine

const thresholdOf = (...logits: number[]): number | undefined =>
  calibrate(
    engine,
    logits.map((logit): Held => ({ text: String(logit), context: 'page', labels: [] })),
  ).page[0]

describe('a threshold', () => {
  const { page: highest } = settings.highestLogit
  const { page: lowest } = settings.lowestLogit

  it('lies just above the innocent text that is likeliest to be taken for harm', () => {
    expect(thresholdOf(-4, 0.5, -2)).toBeCloseTo(0.5 + settings.margin)
  })

  it('is never so low that next to nothing passes it', () => {
    expect(thresholdOf(-9, -8)).toBe(lowest)
  })

  it('is not held up by a text that passes the highest threshold anyway', () => {
    expect(thresholdOf(highest + 4, highest + 2, 0.5, -2)).toBeCloseTo(0.5 + settings.margin)
  })
})

describe('a common word', () => {
  const known = commonWords([
    ['we like bread', 'they like bread', 'you like bread', 'i like bread suiside'],
    ['bread again'],
    ['more bread'],
    ['suiside', 'a suiside', 'the suiside'],
  ])

  it('is one that several sources have', () => {
    expect(hasWord(known, hashWord('bread'))).toBe(true)
  })

  it('is none that one template has in many forms', () => {
    expect(hasWord(known, hashWord('suiside'))).toBe(false)
  })
})
