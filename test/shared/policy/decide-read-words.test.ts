import { describe, expect, it } from 'vitest'
import type { Policy } from '#shared/domain/policy.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { makeMoment, makeVerdict } from '#test/support/moments.ts'

const policyWith = (sites: Policy['sites']) => compilePolicy({ ...baselinePolicy, sites }, 'y7-y9', 3)

describe('deciding on words that a model has read', () => {
  it('lets the school open a site where only a model reads extremism, and still flags and otherwise blocks it', () => {
    const evidence = [{ category: 'extremism', source: 'text', rule: 'words', list: 'model 1' }] as const
    const read = makeVerdict('https://history.test/', [], { evidence: [...evidence] })
    const opened = policyWith([{ site: 'history.test', effect: 'allow', bands: [], why: 'history' }])
    expect(decide(read, opened, makeMoment()).reason).toBe('school-rule')
    expect(decide(read, opened, makeMoment()).flag).toBeGreaterThan(0)
    expect(decide(read, policyWith([]), makeMoment()).action).toBe('block')
    const listed = makeVerdict('https://history.test/', ['extremism'])
    expect(decide(listed, opened, makeMoment()).action).toBe('block')
  })
})
