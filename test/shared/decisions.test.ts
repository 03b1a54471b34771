import { expect, test } from 'vitest'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { bandOfYear } from '#shared/domain/audience.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { makeMoment, momentIn } from '#test/support/moments.ts'
import vectors from '#test/vectors/decisions.json' with { type: 'json' }

const bundle = openBundle(starterBundle())
if (!bundle.ok) throw new Error(bundle.error)
const classify = urlClassifier([bundle.value])

test.each(vectors)('Year $year, $period: $url', ({ url, year, period, ...expected }) => {
  const policy = compilePolicy(baselinePolicy, bandOfYear(year), 1)
  const decision = decide(classify(url), policy, makeMoment({ ...momentIn(period), cause: 'search' }))
  expect(decision).toMatchObject(expected)
})
