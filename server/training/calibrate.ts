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
 * never below `settings.lowestLogit`, never above `settings.highestLogit`.
 */
export function calibrate(engine: Engine, held: readonly Held[]): Thresholds {
  const contexts: readonly TextContext[] = ['page', 'query', 'typed']
  const judged = held.map((each) => ({ ...each, logits: logitsOf(engine, each) }))
  const [page, query, typed] = contexts.map((context) => {
    const here = judged.filter((each) => each.context === context)
    return textLabels.map((label, nth) => {
      const decided = here.filter(({ decides }) => decides === undefined || decides.includes(label))
      const innocent = decided
        .filter(({ labels }) => labels.length === 0)
        .map(({ logits }) => logits[nth] ?? 0)
      return Math.round(thresholdFor(innocent, context) * 100) / 100
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

function thresholdFor(innocent: readonly number[], context: TextContext): number {
  const lowest = settings.lowestLogit[context]
  const falling = innocent.toSorted((a, b) => b - a)
  // What lies above every threshold passes anyway: it holds none up.
  const lost = falling.filter((logit) => logit >= settings.highestLogit[context]).length
  const at = Math.max(lost, Math.floor(falling.length * settings.falseRates[context]))
  const quiet = (falling[at] ?? lowest) + settings.margin
  return Math.max(lowest, Math.min(quiet, settings.highestLogit[context]))
}
