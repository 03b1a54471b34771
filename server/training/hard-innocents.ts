import type { Engine } from '#shared/classify/text/engine.ts'
import { textCategories } from '#shared/classify/text/labels.ts'
import { corpora } from './corpora.ts'
import type { Example } from './examples.ts'
import { examplesOf } from './read-corpus.ts'
import { settings } from './settings.ts'

/**
 * Of all innocent texts of the corpora those that a first model comes nearest to taking for harm: there are too many to learn from all, and most teach nothing
 * (hard negative mining, Felzenszwalb et al. 2010).
 */
export function hardInnocents(engine: Engine, folder: string, random: () => number): Example[] {
  const all = corpora
    .filter(({ decides }) => decides === undefined)
    .flatMap((corpus) => examplesOf({ ...corpus, most: Infinity }, folder, random))
  return all
    .map((example) => ({ example, likeliest: likeliestOf(engine, example) }))
    .filter(({ likeliest }) => likeliest > settings.hardFrom)
    .toSorted((a, b) => b.likeliest - a.likeliest)
    .slice(0, settings.hardInnocents)
    .map(({ example }) => ({ ...example, weight: settings.hardWeight }))
}

/** The logit of the category that a text is likeliest about. */
function likeliestOf(engine: Engine, { text, context }: Example): number {
  const { best } = engine.tally(text, context)
  return Math.max(...textCategories.map((_, label) => best[label]?.logit ?? -Infinity))
}
