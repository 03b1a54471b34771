import { describe, expect, it } from 'vitest'
import { Action, categoryIds } from '#shared/domain/category.ts'
import { Period } from '#shared/domain/period.ts'
import { Severity } from '#shared/domain/severity.ts'
import { type Finding, findingIn, lineOf } from '#shared/domain/trace.ts'

const sayings = categoryIds.flatMap((category): Finding[] => [
  ...['x.test', '“buy ” is drugs\nand more”', 'a is always blocked', 'blocks drugs (lesson)'].map(
    (what) => ({ says: 'is', what, category }) as const,
  ),
  { says: 'always-blocked', category },
  ...Action.options.flatMap((action) =>
    Period.options.map((period) => ({ says: 'decided', action, category, period }) as const),
  ),
  ...([0, ...Severity.options] as const).map((flag) => ({ says: 'typed', category, flag }) as const),
])

describe('a line of a trace', () => {
  it('is understood as it was meant, whatever a page or a list put into it', () => {
    for (const finding of [...sayings, { says: 'typed', category: null, flag: 0 } as const])
      expect(findingIn(lineOf(finding))).toEqual(finding)
  })

  it.each([
    'help and support is never blocked',
    'x.test is toString',
    'blocks nothing (lesson)',
    'blocks drugs (whenever)',
    'closes drugs (lesson)',
    'toString is always blocked',
    'the scene “What is drugs” opens only its own sites',
    '',
  ])('is left as it came when it says something else: %s', (words) => {
    expect(findingIn(words)).toEqual({ says: 'other', words })
    expect(lineOf({ says: 'other', words })).toBe(words)
  })
})
