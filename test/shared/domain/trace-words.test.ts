import { describe, expect, it } from 'vitest'
import { type CategoryId, categoryIds, traitsOf } from '#shared/domain/category.ts'
import type { Decision } from '#shared/domain/decision.ts'
import { stepInWords } from '#shared/domain/trace-words.ts'
import type { TraceStep } from '#shared/domain/trace.ts'
import type { Evidence } from '#shared/domain/verdict.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { withoutShutting } from '#shared/policy/typed-words.ts'
import { makeMoment, makeVerdict, momentIn } from '#test/support/moments.ts'

const policy = compilePolicy(baselinePolicy, 'y7-y9', 3)
const inWords = (step: TraceStep) => stepInWords(step, (id) => traitsOf(id).label)
const read = ({ trace }: Decision): string[] =>
  trace.map(inWords).map(({ from, found }) => `${from}: ${found}`)
const decided = (category: CategoryId, period = 'school-day', piece: Partial<Evidence> = {}): Decision => {
  const evidence: Evidence = { category, source: 'starter', rule: 'x.test', list: 'starter 2', ...piece }
  return decide(makeVerdict('https://x.test/', [], { evidence: [evidence] }), policy, {
    ...makeMoment(momentIn(period)),
  })
}

describe('a trace as staff read it', () => {
  it.each(categoryIds)('calls %s by its name, whatever is decided about it', (id) => {
    const { label } = traitsOf(id)
    const steps = [
      ...['lesson', 'school-day', 'out-of-hours'].flatMap((period) => read(decided(id, period))),
      ...read(withoutShutting(decided(id, 'lesson', { source: 'typed' }))),
    ]
    expect(steps[0]).toBe(`Packaged lists (version 2): x.test counts as ${label}`)
    for (const step of steps.filter((each) => !each.endsWith('help and support is never blocked')))
      expect(step).toContain(label)
  })

  it.each([
    ['lesson', 'blocks Social media in a lesson'],
    ['school-day', 'blocks Social media in the school day'],
    ['out-of-hours', 'blocks Social media out of hours'],
  ])('says when: %s', (period, words) => {
    expect(read(decided('social-media', period)).at(-1)).toBe(`School’s policy (version 3): ${words}`)
  })

  it('says who speaks', () => {
    expect(read(decided('drugs', 'lesson', { source: 'query', rule: 'buy is weed' }))[0]).toBe(
      'Search: “buy is weed” counts as Drugs, vaping and alcohol',
    )
    const school = decided('proxy', 'lesson', { source: 'list', list: 'ours 2026-11-20' })
    expect(read(school)[0]).toBe('School’s lists (ours 2026-11-20): x.test counts as Filter bypass')
    const typed = withoutShutting(decided('self-harm', 'lesson', { source: 'typed', rule: 'i will' }))
    expect(read(typed)).toEqual([
      'Written words: “i will” counts as Self-harm and suicide',
      expect.stringMatching(
        /^School’s policy: Self-harm and suicide in what was written: \w+ level of concern$/,
      ),
    ])
    const nothing = withoutShutting(decide(makeVerdict('https://x.test/', []), policy, makeMoment()))
    expect(read(nothing)).toEqual(['School’s policy: Nothing in what was written is of concern'])
  })

  it('leaves what somebody else wrote as it is', () => {
    const found = 'the scene “What is drugs” opens only its own sites'
    expect(inWords({ from: 'lesson', found })).toEqual({ from: 'Lesson', found })
    expect(inWords({ from: 'constructor', found: 'x.test is toString' })).toEqual({
      from: 'School’s lists (constructor)',
      found: 'x.test is toString',
    })
  })
})
