import { describe, expect, it } from 'vitest'
import type { Policy } from '#shared/domain/policy.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { makeMoment, makeVerdict, momentIn } from '#test/support/moments.ts'

const policyFor = (over: Partial<Policy> = {}) => compilePolicy({ ...baselinePolicy, ...over }, 'y7-y9', 3)
const rule = (site: string, effect: 'allow' | 'block') => ({ site, effect, bands: [], why: '' })

describe('a page that goes by several names, or leads to another', () => {
  it('keeps shut what the school shuts behind a translator, and opens nothing for what it opens there', () => {
    const policy = policyFor({
      sites: [rule('x.test', 'block'), rule('good.x.test', 'allow'), rule('archive.test', 'allow')],
    })
    const behind = (carrier: string, ...targets: string[]) =>
      decide(
        makeVerdict(carrier, ['pornography'], {
          leadsTo: targets.map((host) => ({ host, path: '/', query: '' })),
        }),
        policy,
        makeMoment(),
      )
    expect(behind('https://t.test/', 'x.test')).toMatchObject({ action: 'block', reason: 'school-rule' })
    expect(behind('https://archive.test/', 'x.test')).toMatchObject({
      action: 'block',
      reason: 'school-rule',
    })
    expect(behind('https://archive.test/', 'y.test', 'good.x.test').action).toBe('allow')
    expect(behind('https://t.test/', 'good.x.test')).toMatchObject({ action: 'block', reason: 'category' })
  })

  it('knows a page by the name that rules use', () => {
    const samePage = { host: 'youtube.test', path: '/watch', query: 'v=1' }
    const short = makeVerdict('https://youtu.test/1', ['video-streaming'], { samePage })
    const policy = policyFor({
      sites: [rule('youtube.test/watch?v=1', 'block')],
    })
    expect(decide(short, policy, makeMoment()).action).toBe('block')
    const granted = makeMoment({ ...momentIn('lesson'), grants: ['youtube.test/watch?v=1'] })
    expect(decide(short, policyFor(), granted).reason).toBe('granted')
    expect(decide({ ...short, samePage: { ...samePage, query: 'v=2' } }, policy, makeMoment()).action).toBe(
      'allow',
    )
  })
})
