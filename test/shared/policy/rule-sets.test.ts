import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { namesOf } from '#shared/classify/url/names-of.ts'
import { type CategoryId, isSafe, traitsOf } from '#shared/domain/category.ts'
import type { CompiledPolicy, Policy } from '#shared/domain/policy.ts'
import { categoriesOf, type Verdict } from '#shared/domain/verdict.ts'
import { isAlwaysShut } from '#shared/policy/always-shut.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { ruleLimits } from '#shared/policy/rule-limits.ts'
import { ruleSets } from '#shared/policy/rule-sets.ts'
import { safeSearchRuleIds } from '#shared/policy/safe-search-rules.ts'
import { bundleFile, opened, type Rules, ruleTable } from '#test/support/list-bundles.ts'
import { isShut } from '#test/support/rule-engine.ts'

const blockPage = { url: 'chrome-extension://our/blocked.html', path: '/blocked.html' }
const noRanks = new Map<string, number>()

const policyOf = (change: Partial<Policy> = {}): CompiledPolicy =>
  compilePolicy({ ...baselinePolicy, ...change }, 'y7-y9', 1)

const compiled = (
  rules: Rules,
  policy = policyOf(),
  limits: Parameters<typeof ruleSets>[2] = ruleLimits.chromium,
) => ruleSets(policy, [namesOf(ruleTable(rules), noRanks, 1000)], limits, blockPage)

const allows = (site: string): Partial<Policy> => ({ sites: [{ site, effect: 'allow', bands: [], why: '' }] })

describe('rule sets', () => {
  it('take a page to the block page with its address, and block what pages load', () => {
    const { rules } = compiled([['bad.test', ['pornography']]])
    expect(rules.map(({ action, condition }) => [action, condition.requestDomains])).toEqual([
      [{ type: 'redirect', redirect: { regexSubstitution: `${blockPage.url}#\\0` } }, ['bad.test']],
      [{ type: 'block' }, ['bad.test']],
    ])
  })

  it('are about pages alone in Safari, whose block page has no address, in pieces that it compiles', () => {
    const many: Rules = Array.from({ length: 25 }, (_, index) => [`h${index}.test`, ['drugs'] as const])
    const { rules } = compiled(many, policyOf({ neverOpened: ['drugs'] }), {
      ...ruleLimits.safari,
      hostsPerRule: 10,
    })
    expect(rules.map(({ condition }) => condition.requestDomains?.length)).toEqual([10, 10, 5])
    for (const { action, condition } of rules) {
      expect(action).toEqual({ type: 'redirect', redirect: { extensionPath: '/blocked.html' } })
      expect(condition).toMatchObject({ resourceTypes: ['main_frame'] })
      expect(Object.keys(condition).toSorted()).toEqual(['requestDomains', 'resourceTypes'])
    }
  })

  it('leave what the school opens open, and nothing that is locked', () => {
    const rules: Rules = [
      ['bad.test', ['pornography']],
      ['shop.bad.test', ['weapons']],
      ['creed.bad.test', ['extremism']],
    ]
    const below = compiled(rules, policyOf(allows('shop.bad.test'))).rules
    expect([isShut(below, 'bad.test'), isShut(below, 'shop.bad.test')]).toEqual([true, false])
    const all = compiled(rules, policyOf(allows('bad.test'))).rules
    expect(['bad.test', 'shop.bad.test', 'creed.bad.test'].map((host) => isShut(all, host))).toEqual([
      false,
      false,
      true,
    ])
  })

  it('hold safe hosts below a shut one open, and what is shut below those shut', () => {
    const { rules } = compiled([
      ['bad.test', ['pornography']],
      ['school.bad.test', ['education']],
      ['shop.school.bad.test', ['weapons']],
      ['news.shop.school.bad.test', ['news']],
      ['help.bad.test', ['support']],
      ['talk.help.bad.test', ['self-harm']],
    ])
    const shut = (host: string): boolean => isShut(rules, host)
    expect(['bad.test', 'www.bad.test', 'shop.school.bad.test'].map(shut)).toEqual([true, true, true])
    expect(
      ['school.bad.test', 'x.school.bad.test', 'news.shop.school.bad.test', 'talk.help.bad.test'].map(shut),
    ).toEqual([false, false, false, false])
  })

  it('take a host with all the safe ones below it or not at all', () => {
    const rules: Rules = [
      ['bad.test', ['weapons']],
      ['one.bad.test', ['news']],
      ['two.bad.test', ['news']],
      ['small.test', ['drugs']],
    ]
    const held = (hosts: number) =>
      compiled(rules, policyOf({ neverOpened: ['weapons', 'drugs'] }), { ...ruleLimits.chromium, hosts })
        .rules
    expect(isShut(held(2), 'bad.test')).toBe(false)
    expect(isShut(held(2), 'small.test')).toBe(true)
    expect(['bad.test', 'one.bad.test', 'small.test'].map((host) => isShut(held(4), host))).toEqual([
      true,
      false,
      true,
    ])
  })

  it('hear of what another list calls safe', () => {
    const names = (rules: Rules) => namesOf(ruleTable(rules), noRanks, 100)
    const packaged = {
      sets: [{ categories: ['support'] as CategoryId[], listed: 1, popular: 0 }],
      hosts: ['forum.test'],
      setOf: new Uint16Array(1),
      popular: new Uint8Array(1),
    }
    const lists = [
      packaged,
      names([
        ['forum.test', ['self-harm']],
        ['a.forum.test', ['hate']],
      ]),
    ]
    expect(ruleSets(policyOf(), lists, ruleLimits.chromium, blockPage)).toEqual({
      rules: [],
      coverage: { held: 0, listed: 0, popularHeld: 0, popularListed: 0 },
    })
  })

  it('say how much of what is always shut they hold', () => {
    const rules: Rules = [
      ...Array.from({ length: 30 }, (_, index) => [`h${index}.test`, ['hate'] as const] as const),
      ['g.test', ['games']],
    ]
    const ranks = new Map([
      ['h3.test', 1],
      ['h7.test', 2],
    ])
    const names = namesOf(ruleTable(rules), ranks, 20)
    const { coverage } = ruleSets(policyOf(), [names], { ...ruleLimits.chromium, hosts: 12 }, blockPage)
    expect(coverage).toEqual({ held: 12, listed: 30, popularHeld: 2, popularListed: 2 })
  })

  it('have ids of their own', () => {
    const { rules } = compiled([['bad.test', ['pornography']]])
    expect(rules.filter(({ id }) => safeSearchRuleIds.includes(id))).toEqual([])
  })
})

const labels = ['a', 'b', 'c', 'www']
const host = fc
  .tuple(fc.array(fc.constantFrom(...labels), { maxLength: 4 }), fc.constantFrom('x.test', 'y.test', 'z'))
  .map(([below, base]) => [...below, base].join('.'))
const category = fc.constantFrom<CategoryId>(
  'pornography',
  'drugs',
  'weapons',
  'extremism',
  'illegal-csam',
  'games',
  'gambling',
  'support',
  'education',
  'news',
)
const ruleList = fc.array(fc.tuple(host, fc.uniqueArray(category, { minLength: 1, maxLength: 2 })), {
  maxLength: 25,
})
const action = fc.constantFrom('allow', 'coach', 'block')
const policy = fc
  .record({
    actions: fc.array(
      fc.record({
        category,
        action,
        bands: fc.constant([]),
        periods: fc.subarray(['lesson', 'out-of-hours']),
      }),
      { maxLength: 3 },
    ),
    // A names file holds harmful hosts alone: what a school shuts besides is left to the other gates.
    neverOpened: fc.uniqueArray(category.filter((id) => id !== 'games')),
    sites: fc.array(
      fc.record({ site: host, effect: fc.constant('allow'), bands: fc.constant([]), why: fc.constant('') }),
      { maxLength: 2 },
    ),
  })
  .map((change) => policyOf(change as Partial<Policy>))

/** What the judge makes of a host by these rules. */
const judgeOf = (rules: Rules): ((name: string) => Verdict) => {
  const classify = urlClassifier([opened(bundleFile(rules))])
  return (name) => classify(`http://${name}/`)
}

/** Mid-morning and midnight of a school day, and in a lesson in which a teacher opens the very host. */
function isAlwaysBlocked(verdict: Verdict, by: CompiledPolicy, name: string): boolean {
  const lesson = {
    id: 'l',
    watchedBy: '',
    endsAt: 9e12,
    scene: { name: '', openSites: [name], openCategories: [], onlyThese: false },
  }
  const moments = [
    { at: Date.UTC(2026, 10, 25, 10), lesson: null },
    { at: Date.UTC(2026, 10, 25, 23), lesson: null },
    { at: Date.UTC(2026, 10, 25, 10), lesson },
  ]
  return moments.every((moment) => {
    const rest = { lock: null, grants: [name], wentOn: [], cause: null }
    return decide(verdict, by, { ...rest, ...(moment as { at: number; lesson: never }) }).action === 'block'
  })
}

describe('for any list and any policy, rule sets', () => {
  it('shut exactly what the judge shuts at every hour and whatever a teacher opens', () => {
    fc.assert(
      fc.property(ruleList, policy, host, (rules, by, other) => {
        const made = compiled(rules, by).rules
        const verdictOf = judgeOf(rules)
        for (const name of [...rules.map(([each]) => each), other]) {
          // Two categories may shut a site together that neither would alone; that is left to the other gates.
          const verdict = verdictOf(name)
          const byOne = categoriesOf(verdict).some((id) => traitsOf(id).locked || isAlwaysShut(by, id))
          const wanted = byOne && isAlwaysBlocked(verdict, by, name)
          expect([name, isShut(made, name)]).toEqual([name, wanted])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never hold more names than the browser takes, and never a safe one, however few it takes', () => {
    fc.assert(
      fc.property(ruleList, policy, fc.integer({ min: 2, max: 12 }), (rules, by, hosts) => {
        const limits = { ...ruleLimits.safari, hosts, hostsPerRule: 3 }
        const made = compiled(rules, by, limits).rules
        const names = made.flatMap(({ condition }) => condition.requestDomains ?? [])
        expect(names.length).toBeLessThanOrEqual(hosts)
        for (const { condition } of made) expect(condition.requestDomains?.length).toBeLessThanOrEqual(3)
        const table = ruleTable(rules)
        const verdictOf = judgeOf(rules)
        const wronglyShut = [...table.hosts].filter(
          ([name, set]) =>
            table.categoriesOf(set).some(isSafe) &&
            isShut(made, name) &&
            !isAlwaysBlocked(verdictOf(name), by, name),
        )
        expect(wronglyShut).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
