import { expect, it } from 'vitest'
import type { Stretch } from '#shared/classify/text/features.ts'
import { whyOf } from '#shared/classify/text/why.ts'

it('a long quotation ends between letters, also between those of two units', () => {
  const text = '🔥'.repeat(60)
  const stretch = { from: 0, to: 1, context: 'typed' as const, hits: [], extraCues: [] } satisfies Stretch
  const why = whyOf('bullying', text, [{ start: 0, end: text.length }], stretch, [])
  expect(why).toBe(`In what was typed: “${'🔥'.repeat(39)}…” (Bullying)`)
})
