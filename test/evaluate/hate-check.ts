import * as v from 'valibot'
import { readRows } from '#server/training/read-corpus.ts'
import { parse } from '#shared/base/parse.ts'
import { shippedModel } from '#test/support/text-model.ts'
import { areaUnderCurve, inWords, recallAt, type Share } from './interval.ts'

const Functional = v.looseObject({ functionality: v.string() })

/** The chapter on HateCheck's functional tests: the area under the curve, the recall at 20% false, and each functionality. */
export function hateCheck(
  folder: string,
  table: (head: readonly string[], rows: readonly (readonly string[])[]) => string,
): string {
  const model = shippedModel()
  const risky: number[] = []
  const innocent: number[] = []
  const parts = new Map<string, Share>()
  for (const row of readRows(folder, 'hatecheck', 'test')) {
    const { findings, near } = model.read(row.text, 'typed')
    const score = [...findings, ...near].find(({ category }) => category === 'hate')?.score ?? 0
    ;(row.label === 'hateful' ? risky : innocent).push(score)
    const known = parse(Functional, row)
    if (!known.ok) throw new Error(known.error)
    const part = parts.get(known.value.functionality) ?? { of: 0, hit: 0 }
    parts.set(known.value.functionality, { of: part.of + 1, hit: part.hit + Number(score >= 0.5) })
  }
  return `## HateCheck

Area under the ROC curve ${areaUnderCurve(risky, innocent).toFixed(3)} (a score that did not come near counts as 0); recall at 20% false ${inWords(recallAt(0.2, risky, innocent))}.

${table(
  ['functionality (`_nh`: not hateful)', 'found as hate'],
  [...parts].map(([name, share]) => [name, inWords(share)]),
)}`
}
