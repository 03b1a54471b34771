import { beforeEach, describe, expect, it, vi } from 'vitest'
import { namesOf } from '#shared/classify/url/names-of.ts'
import { policyBeforeEnrolment } from '#shared/policy/baseline.ts'
import type { NetworkRule } from '#shared/policy/rules.ts'
import { ruleTable } from '#test/support/list-bundles.ts'
import { isShut } from '#test/support/rule-engine.ts'

const engine = vi.hoisted(() => ({
  updates: 0,
  rules: new Map<number, unknown>(),
  session: new Map<string, unknown>(),
  granted: [] as string[],
}))

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getURL: (path: string) => `chrome-extension://our${path}`,
      getManifest: () => ({ version: '1.0.0' }),
    },
    permissions: {
      contains: async ({ permissions }: { permissions: string[] }) =>
        permissions.every((name) => engine.granted.includes(name)),
    },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: engine.session.get(key) }),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) engine.session.set(key, value)
        },
      },
    },
    declarativeNetRequest: {
      async updateDynamicRules(change: { removeRuleIds: number[]; addRules: { id: number }[] }) {
        engine.updates++
        for (const id of change.removeRuleIds) engine.rules.delete(id)
        for (const rule of change.addRules) engine.rules.set(rule.id, rule)
      },
    },
  },
}))

const { rules } = await import('#extension/platform/gates/rules.ts')

const shut = (host: string): boolean => isShut([...engine.rules.values()] as NetworkRule[], host)
const stored = (host: string) => {
  const names = namesOf(ruleTable([[host, ['weapons']]]), new Map(), 10)
  return { hash: host, read: vi.fn(async () => names) }
}

beforeEach(() => {
  engine.updates = 0
  engine.rules.clear()
  engine.session.clear()
  const packaged = [
    { category: 'pornography', hosts: ['packaged.test'] },
    { category: 'support', hosts: ['charity.test'] },
  ]
  vi.stubGlobal('fetch', async () => Response.json(packaged))
})

describe('the browser’s own engine', () => {
  it('holds the packaged hosts alone, and the school’s where it has their names', async () => {
    await rules.follow(policyBeforeEnrolment, null)
    expect([shut('packaged.test'), shut('named.test')]).toEqual([true, false])
    const coverage = await rules.follow(policyBeforeEnrolment, stored('named.test'))
    expect([shut('packaged.test'), shut('www.named.test')]).toEqual([true, true])
    expect(coverage).toMatchObject({ held: 2, listed: 2 })
    await rules.follow(policyBeforeEnrolment, stored('forum.charity.test'))
    expect([shut('named.test'), shut('forum.charity.test')]).toEqual([false, false])
  })

  it('is left alone by a woken worker, and made anew after the browser has started again', async () => {
    const names = stored('named.test')
    const first = await rules.follow(policyBeforeEnrolment, names)
    const { updates } = engine
    expect(await rules.follow(policyBeforeEnrolment, names)).toEqual(first)
    expect([engine.updates, names.read.mock.calls.length]).toEqual([updates, 1])
    engine.session.clear()
    await rules.follow(policyBeforeEnrolment, names)
    expect(engine.updates).toBeGreaterThan(updates)
  })

  it('follows the policy as soon as it is another one', async () => {
    await rules.follow(policyBeforeEnrolment, stored('named.test'))
    await rules.follow({ ...policyBeforeEnrolment, neverOpened: [] }, stored('named.test'))
    expect([shut('packaged.test'), shut('named.test')]).toEqual([false, false])
  })

  it('has to know names where blocking requests was not granted', async () => {
    engine.granted = []
    expect(await rules.wantsNames()).toBe(true)
    engine.granted = ['webRequestBlocking']
    expect(await rules.wantsNames()).toBe(false)
  })
})
