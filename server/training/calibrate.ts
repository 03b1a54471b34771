import type { Engine } from '#shared/classify/text/engine.ts'
import { type TextLabel, textLabels } from '#shared/classify/text/labels.ts'
import { askedOfPage } from '#shared/classify/text/reading-of.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'
import type { Thresholds } from './build-model.ts'
import { settings } from './settings.ts'

/** A text that was kept out of training. */
export interface Held {
  readonly text: string
  readonly context: TextContext
  readonly labels: readonly TextLabel[]
  /** The labels that it says anything about; all when undefined. */
  readonly decides?: readonly TextLabel[] | undefined
}

/**
 * Sets each label's threshold in each context: as low as may be while innocent texts stay below it as `settings.falseRates` wants,
 * never below `settings.lowestLogit`, never so high that more than `settings.missed` of the risky ones are lost.
 */
export function calibrate(engine: Engine, held: readonly Held[]): Thresholds {
  const contexts: readonly TextContext[] = ['page', 'query', 'typed']
  const judged = held.map((each) => ({ ...each, logits: logitsOf(engine, each) }))
  const [page, query, typed] = contexts.map((context) => {
    const here = judged.filter((each) => each.context === context)
    return textLabels.map((label, nth) => {
      const decided = here.filter(({ decides }) => decides === undefined || decides.includes(label))
      const risky = decided
        .filter(({ labels }) => labels.includes(label))
        .map(({ logits }) => logits[nth] ?? 0)
      const innocent = decided
        .filter(({ labels }) => labels.length === 0)
        .map(({ logits }) => logits[nth] ?? 0)
      return Math.round(thresholdFor(risky, innocent, settings.falseRates[context]) * 100) / 100
    })
  })
  return { page: page ?? [], query: query ?? [], typed: typed ?? [] }
}

/** The likeliest stretch of a text for each label, with what a long page is asked for beyond the threshold taken off. */
function logitsOf(engine: Engine, { text, context }: Held): number[] {
  const tally = engine.tally(text, context)
  const asked = context === 'page' ? askedOfPage(tally) : 0
  return tally.best.map((best) => (best?.logit ?? -20) - asked)
}

function thresholdFor(risky: readonly number[], innocent: readonly number[], falseRate: number): number {
  const falling = innocent.toSorted((a, b) => b - a)
  const quiet = (falling[Math.floor(falling.length * falseRate)] ?? settings.lowestLogit) + settings.margin
  const rising = risky.toSorted((a, b) => a - b)
  const loud = rising[Math.floor(rising.length * settings.missed)] ?? Infinity
  return Math.max(settings.lowestLogit, Math.min(quiet, loud, settings.highestLogit))
}
