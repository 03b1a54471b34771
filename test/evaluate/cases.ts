import { answersTo, type DevCase, type DevPage } from '#server/training/held-out.ts'
import { type TextLabel } from '#shared/classify/text/labels.ts'
import type { Share } from './interval.ts'
import type { Judge } from './judges.ts'

/** The twelve names of the data, each a row of the table. */
export const named = [
  'self_harm',
  'sexual',
  'sexting',
  'grooming',
  'bullying',
  'hate',
  'extremism',
  'violence',
  'drugs',
  'gambling',
  'profanity',
  'eating_disorder',
] as const

/** Labels so near each other that finding the one beside the other is no mistake. */
const near = new Set([
  'profanity',
  'bullying',
  'sexual',
  'sexting',
  'grooming',
  'hate',
  'extremism',
  'violence',
  'self_harm',
])

/** How one judge does on the cases of one name. */
export interface NameFigures {
  /** Of all that was taken for it, what is. */
  readonly precision: Share
  /** Of all that is it, what was taken for it. */
  readonly recall: Share
  readonly f1: number
}

/** How one judge does on short cases. */
export interface CaseFigures {
  readonly perName: ReadonlyMap<string, NameFigures>
  readonly macroF1: number
  /** For each kind the cases that were acted on; for kinds of risk those where it was for what the case is about. */
  readonly kinds: ReadonlyMap<string, Share>
  readonly hardBenign: Share
}

/** Judges `cases`, each in its own context. */
export function judgeCases(cases: readonly DevCase[], { judge }: Judge): CaseFigures {
  const counts = new Map<string, { hit: number; missed: number; wrong: number }>(
    named.map((name) => [name, { hit: 0, missed: 0, wrong: 0 }]),
  )
  const kinds = new Map<string, { of: number; hit: number }>()
  const hardBenign = { of: 0, hit: 0 }
  for (const { text, context, labels, kind } of cases) {
    const found = judge(text, context)
    const isRight = labels.length === 0 ? found.length > 0 : labels.some((name) => has(found, name))
    const row = kinds.get(kind) ?? { of: 0, hit: 0 }
    kinds.set(kind, { of: row.of + 1, hit: row.hit + Number(isRight) })
    if (labels.length === 0) {
      hardBenign.of++
      hardBenign.hit += Number(isRight)
    }
    for (const name of named) {
      const count = counts.get(name)
      if (count === undefined) continue
      const isFound = has(found, name)
      if (labels.includes(name)) count[isFound ? 'hit' : 'missed']++
      else if (isFound && !(near.has(name) && labels.some((each) => near.has(each)))) count.wrong++
    }
  }
  const perName = new Map(
    [...counts].map(([name, { hit, missed, wrong }]) => {
      const precision = { of: hit + wrong, hit }
      const recall = { of: hit + missed, hit }
      return [name, { precision, recall, f1: (2 * hit) / (2 * hit + wrong + missed || 1) }]
    }),
  )
  const macroF1 = [...perName.values()].reduce((sum, { f1 }) => sum + f1, 0) / named.length
  return { perName, macroF1, kinds, hardBenign }
}

/** True when one of the labels `found` answers to the data's `name`. */
export const has = (found: readonly TextLabel[], name: string): boolean =>
  answersTo(name).some((label) => found.includes(label))

/** How one judge does on long pages. */
export interface PageFigures {
  /** Innocent pages that were acted on. */
  readonly benign: Share
  /** Pages with one risky sentence, that was found. */
  readonly inserted: Share
}

/** Judges long pages. */
export function judgePages(pages: readonly DevPage[], { judge }: Judge): PageFigures {
  const share = (
    some: readonly DevPage[],
    isHit: (found: readonly TextLabel[], page: DevPage) => boolean,
  ): Share => ({
    of: some.length,
    hit: some.filter((page) => isHit(judge(page.text, 'page'), page)).length,
  })
  return {
    benign: share(
      pages.filter(({ kind }) => kind !== 'page_insert'),
      (found) => found.length > 0,
    ),
    inserted: share(
      pages.filter(({ kind }) => kind === 'page_insert'),
      (found, { labels, also_ok }) => [...labels, ...(also_ok ?? [])].some((name) => has(found, name)),
    ),
  }
}
