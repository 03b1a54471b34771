import { describe, expect, it } from 'vitest'
import type { CategoryId } from '#shared/domain/category.ts'
import type { Policy } from '#shared/domain/policy.ts'
import type { EvidenceSource, Verdict } from '#shared/domain/verdict.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { decideSupposed, type Supposed, whatWouldChange } from '#shared/policy/what-would-change.ts'

const verdict = (category: CategoryId, source: EvidenceSource = 'list', host = 'a.test'): Verdict => ({
  url: host === '' ? '' : `https://${host}/`,
  host,
  path: '/',
  query: '',
  evidence: [{ category, source, rule: 'rule', list: 'list 1' }],
  seeksHelp: false,
})
const supposed = (of: Verdict, more: Partial<Supposed> = {}): Supposed => ({
  verdict: of,
  policy: baselinePolicy,
  version: 1,
  band: 'y7-y9',
  period: 'school-day',
  cause: 'visit',
  at: 1_790_000_000_000,
  ...more,
})
const kindsOf = (of: Supposed) => [...new Set(whatWouldChange(of).map(({ variation }) => variation.kind))]

describe('a decision that is supposed', () => {
  it('falls into the period asked for, whatever the hour and the school’s timetable', () => {
    const closed: Policy = { ...baselinePolicy, schedule: { timeZone: 'Europe/London', days: [] } }
    for (const period of ['lesson', 'school-day', 'out-of-hours'] as const) {
      const { trace } = decideSupposed(supposed(verdict('games'), { policy: closed, period }))
      expect(trace.at(-1)?.found).toBe(`pauses games (${period})`)
    }
  })
})

describe('typed words', () => {
  const typed = (category: CategoryId) =>
    decideSupposed(supposed(verdict(category, 'typed', ''), { cause: 'typed' }))

  it('are never shut: a hint stands beside them, and only what is grave is told', () => {
    expect([typed('bullying'), typed('weapons')].map(({ action, flag }) => [action, flag])).toEqual([
      ['coach', 0],
      ['coach', 3],
    ])
    // Where neither a hint nor a flag would come, nothing happens.
    expect([typed('piracy'), typed('music')].map(({ action, flag }) => [action, flag])).toEqual([
      ['allow', 0],
      ['allow', 0],
    ])
    expect(typed('weapons').trace.at(-1)?.found).toBe('weapons in typed words is of severity 3')
  })
})

describe('what would change it', () => {
  it('changes it: whatever is told differs in action or flag', () => {
    for (const category of ['games', 'gambling', 'pornography', 'self-harm', 'support'] as const)
      for (const source of ['list', 'query', 'typed'] as const) {
        const from = supposed(verdict(category, source))
        const now = decideSupposed(from)
        for (const { action, flag } of whatWouldChange(from))
          expect([action, flag]).not.toEqual([now.action, now.flag])
      }
  })

  it('is a teacher, the policy or a rule of the school where those may', () => {
    expect(kindsOf(supposed(verdict('social-media')))).toEqual([
      'band',
      'site-opened',
      'category-opened',
      'action',
      'site-rule',
    ])
  })

  it('is going on where a pause page stands', () => {
    const found = whatWouldChange(supposed(verdict('games')))
    expect(found.find(({ variation }) => variation.kind === 'went-on')).toMatchObject({
      action: 'allow',
      reason: 'paused-and-went-on',
    })
  })

  it('opens nothing that is always blocked', () => {
    const actions = whatWouldChange(supposed(verdict('illegal-csam'))).map(({ action }) => action)
    expect(new Set(actions)).toEqual(new Set(['block']))
  })

  it('is no teacher for what the policy never opens', () => {
    const kinds = kindsOf(supposed(verdict('self-harm')))
    expect(kinds).not.toContain('site-opened')
    expect(kinds).not.toContain('category-opened')
    expect(kinds).toContain('no-flag')
  })

  it('is monitoring, for words out of hours', () => {
    const words = supposed(verdict('weapons', 'typed', ''), { period: 'out-of-hours', cause: 'typed' })
    expect(decideSupposed(words).flag).toBe(0)
    expect(whatWouldChange(words)).toContainEqual(
      expect.objectContaining({ variation: { kind: 'monitoring', outOfHours: true }, flag: 3 }),
    )
  })
})
