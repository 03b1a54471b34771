import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Band } from '#shared/domain/audience.ts'
import { type CategoryId, categoryIds, traitsOf } from '#shared/domain/category.ts'
import type { LessonOnDevice } from '#shared/domain/lesson.ts'
import type { Period } from '#shared/domain/period.ts'
import type { Policy } from '#shared/domain/policy.ts'
import { openScene } from '#shared/domain/scene.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { clockStretch } from '#shared/policy/schedule.ts'
import { evening, makeMoment, makeVerdict, schoolMorning } from '#test/support/moments.ts'

const policyFor = (over: Partial<Policy> = {}, band: 'y3-y6' | 'y7-y9' | 'sixth' = 'y7-y9') =>
  compilePolicy({ ...baselinePolicy, ...over }, band, 3)
const lesson = (scene: Partial<LessonOnDevice['scene']> = {}): LessonOnDevice => ({
  id: 'lesson-1',
  watchedBy: 'Ms Okafor, 8B Science',
  endsAt: schoolMorning + 3_600_000,
  scene: { ...openScene, ...scene },
})
const searchFor = (categories: readonly CategoryId[], seeksHelp = false) =>
  makeVerdict('https://google.test/search?q=x', [], {
    evidence: categories.map((category) => ({ category, source: 'query', rule: 'words', list: 'test 1' })),
    seeksHelp,
  })
const game = makeVerdict('https://games.test/', ['games'])

describe('decide', () => {
  it('asks the platform for the school’s time only where it matters and is not known', () => {
    const timeZone = 'Europe/Jersey'
    const policy = policyFor({ schedule: { ...baselinePolicy.schedule, timeZone } })
    const moment = makeMoment({ at: evening, clocks: clockStretch(evening, timeZone) })
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
    onTestFinished(() => asked.mockRestore())
    decide(makeVerdict('https://new.test/', []), policy, makeMoment())
    decide(makeVerdict('https://childline.test/', ['support']), policy, makeMoment())
    const { trace } = decide(game, policy, moment)
    expect(asked).not.toHaveBeenCalled()
    expect(trace.at(-1)?.found).toContain('out-of-hours')
    expect(decide(game, policy, makeMoment({ at: evening })).trace).toEqual(trace)
    expect(asked).toHaveBeenCalledOnce()
  })

  it('lets through what nothing is known about', () => {
    const decision = decide(makeVerdict('https://new.test/', []), policyFor(), makeMoment())
    expect(decision).toMatchObject({ action: 'allow', reason: 'nothing-known', flag: 0, trace: [] })
  })

  it('takes the strictest of several categories and says where each came from', () => {
    const decision = decide(
      makeVerdict('https://x.test/', ['games', 'pornography']),
      policyFor(),
      makeMoment(),
    )
    expect(decision).toMatchObject({ action: 'block', category: 'pornography', reason: 'category' })
    expect(decision.trace).toEqual([
      { from: 'test 1', found: 'x.test is games' },
      { from: 'test 1', found: 'x.test is pornography' },
      { from: 'policy 3', found: 'blocks pornography (school-day)' },
    ])
  })

  it('goes by the age band', () => {
    const verdict = makeVerdict('https://x.test/', ['ai-chat'])
    const actions = (['y3-y6', 'y7-y9', 'sixth'] as const).map(
      (band) => decide(verdict, policyFor({}, band), makeMoment()).action,
    )
    expect(actions).toEqual(['block', 'coach', 'allow'])
  })

  it('never blocks help, not even under a lock or against the school’s own rule', () => {
    const policy = policyFor({ sites: [{ site: 'childline.test', effect: 'block', bands: [], why: '' }] })
    const verdict = makeVerdict('https://childline.test/', ['support'])
    expect(
      decide(verdict, policy, makeMoment({ lock: { message: null }, lesson: lesson({ onlyThese: true }) }))
        .action,
    ).toBe('allow')
  })

  it('never opens a locked category, whoever asks', () => {
    const policy = policyFor({
      sites: [{ site: 'x.test', effect: 'allow', bands: [], why: '' }],
      actions: [{ category: 'extremism', action: 'allow', bands: [], periods: [] }],
    })
    const moment = makeMoment({
      grants: ['x.test'],
      lesson: lesson({ openCategories: ['extremism'], openSites: ['x.test'] }),
    })
    expect(decide(makeVerdict('https://x.test/', ['extremism']), policy, moment)).toMatchObject({
      action: 'block',
      category: 'extremism',
    })
  })

  it('lets the longer rule of the school win, and allow at equal length', () => {
    const rule = (site: string, effect: 'allow' | 'block') => ({ site, effect, bands: [], why: '' })
    const policy = policyFor({
      sites: [
        rule('x.test', 'block'),
        rule('good.x.test', 'allow'),
        rule('x.test/part', 'allow'),
        rule('y.test', 'block'),
        rule('y.test', 'allow'),
      ],
    })
    const actionAt = (url: string) => decide(makeVerdict(url, []), policy, makeMoment()).action
    expect(
      [
        'https://x.test/',
        'https://good.x.test/',
        'https://x.test/part/1',
        'https://x.test/party',
        'https://y.test/',
      ].map(actionAt),
    ).toEqual(['block', 'allow', 'allow', 'block', 'allow'])
  })

  it('opens what a teacher granted, and only that site', () => {
    const moment = makeMoment({ grants: ['games.test'], lesson: lesson() })
    expect(decide(game, policyFor(), moment)).toMatchObject({ action: 'allow', reason: 'granted' })
    expect(decide(makeVerdict('https://other.test/', ['games']), policyFor(), moment).action).toBe('coach')
  })

  it('lets no teacher open a site, or a search on an open site, that the policy keeps shut', () => {
    const adult = makeVerdict('https://adult.test/', ['pornography'])
    const search = searchFor(['pornography'])
    for (const moment of [
      makeMoment({ grants: ['adult.test', 'google.test'], lesson: lesson() }),
      makeMoment({ lesson: lesson({ onlyThese: true, openSites: ['adult.test', 'google.test'] }) }),
    ]) {
      for (const verdict of [adult, search])
        expect(decide(verdict, policyFor(), moment)).toMatchObject({
          action: 'block',
          category: 'pornography',
        })
    }
  })

  it('opens a category for a lesson, except those the policy never opens', () => {
    const scene = lesson({ openCategories: ['games', 'proxy'] })
    expect(decide(game, policyFor(), makeMoment({ lesson: scene })).action).toBe('allow')
    expect(
      decide(makeVerdict('https://p.test/', ['proxy']), policyFor(), makeMoment({ lesson: scene })).action,
    ).toBe('block')
  })

  it('shuts everything but the scene’s sites when the scene says so', () => {
    const moment = makeMoment({ lesson: lesson({ onlyThese: true, openSites: ['bbc.test/bitesize'] }) })
    expect(decide(makeVerdict('https://bbc.test/bitesize/x', ['news']), policyFor(), moment).action).toBe(
      'allow',
    )
    expect(decide(makeVerdict('https://bbc.test/sport', ['news']), policyFor(), moment)).toMatchObject({
      action: 'block',
      reason: 'scene',
    })
  })

  it('lets a pupil go on after a pause, never after a block', () => {
    const moment = makeMoment({ wentOn: ['games.test', 'adult.test'] })
    expect(decide(game, policyFor(), moment)).toMatchObject({ action: 'allow', reason: 'paused-and-went-on' })
    expect(decide(makeVerdict('https://adult.test/', ['pornography']), policyFor(), moment).action).toBe(
      'block',
    )
  })

  it('lets a pupil who searches for help in two things at once go on, also on a site a teacher opened', () => {
    const search = searchFor(['self-harm', 'eating-disorders'], true)
    const opened = lesson({ onlyThese: true, openSites: ['google.test'] })
    for (const open of [null, opened]) {
      const moment = { lesson: open, cause: 'search' } as const
      expect(decide(search, policyFor(), makeMoment(moment))).toMatchObject({
        action: 'coach',
        reason: 'help',
      })
      const after = decide(search, policyFor(), makeMoment({ ...moment, wentOn: ['google.test'] }))
      expect(after.action).toBe('allow')
    }
  })

  it('meets a search for help with help, and tells only the safeguarding team', () => {
    const search = (category: CategoryId) => searchFor([category], true)
    expect(decide(search('self-harm'), policyFor(), makeMoment({ cause: 'search' }))).toMatchObject({
      action: 'coach',
      reason: 'help',
      flag: 4,
    })
    expect(decide(search('drugs'), policyFor(), makeMoment({ cause: 'search' }))).toMatchObject({
      action: 'coach',
      reason: 'help',
      flag: 0,
    })
  })
})

describe('the flag of a decision', () => {
  const selfHarm = makeVerdict('https://x.test/', ['self-harm'])

  it('counts own words and repeated tries in full, a page merely met one less', () => {
    const flags = (['visit', 'repeat', null] as const).map(
      (cause) => decide(selfHarm, policyFor(), makeMoment({ cause })).flag,
    )
    expect(flags).toEqual([3, 4, 0])
  })

  it('stands for grave words of the pupil’s own whatever a teacher or the school opened or shut, for no lesser ones', () => {
    const google = policyFor({ sites: [{ site: 'google.test', effect: 'allow', bands: [], why: '' }] })
    const lockedOut = { lock: { message: null } }
    const quiz = { lesson: lesson({ onlyThese: true, openSites: ['bbc.test'] }) }
    const flagOf = (categories: readonly CategoryId[]) => [
      decide(searchFor(categories), google, makeMoment({ cause: 'search' })).flag,
      ...[lockedOut, quiz, { grants: ['google.test'] }].map(
        (over) => decide(searchFor(categories), policyFor(), makeMoment({ ...over, cause: 'search' })).flag,
      ),
    ]
    expect(flagOf(['self-harm'])).toEqual([4, 4, 4, 4])
    expect(flagOf(['drugs'])).toEqual([0, 0, 0, 0])
  })

  it('is silent out of hours unless critical, or unless the school monitors then', () => {
    const at = evening
    const flag = (category: CategoryId, monitorsOutOfHours: boolean) =>
      decide(
        makeVerdict('https://x.test/', [category]),
        policyFor({ monitorsOutOfHours }),
        makeMoment({ at, cause: 'repeat' }),
      ).flag
    expect([flag('drugs', false), flag('drugs', true), flag('self-harm', false)]).toEqual([0, 2, 4])
  })

  it('follows the school’s own severities', () => {
    const policy = policyFor({ flags: [{ category: 'games', severity: 2 }] })
    expect(decide(game, policy, makeMoment({ cause: 'repeat' })).flag).toBe(2)
  })
})

describe('any policy', () => {
  const anyRules = fc.array(
    fc.record({
      category: fc.constantFrom(...categoryIds),
      action: fc.constantFrom('allow' as const, 'coach' as const, 'block' as const),
      bands: fc.constant<Band[]>([]),
      periods: fc.constant<Period[]>([]),
    }),
    { maxLength: 80 },
  )

  const someCategories = fc.array(fc.constantFrom(...categoryIds), { minLength: 1, maxLength: 5 })
  const actionFor = (actions: Policy['actions'], categories: readonly CategoryId[]) =>
    decide(makeVerdict('https://x.test/', categories), policyFor({ actions }), makeMoment()).action
  const isLocked = (id: CategoryId): boolean => traitsOf(id).locked === true

  it('keeps locked categories shut', () => {
    const locked = fc.constantFrom(...categoryIds.filter(isLocked))
    fc.assert(
      fc.property(anyRules, someCategories, locked, (actions, categories, id) => {
        expect(actionFor(actions, [...categories, id])).toBe('block')
      }),
    )
  })

  it('keeps help open', () => {
    fc.assert(
      fc.property(anyRules, someCategories, (actions, categories) => {
        const unlocked = categories.filter((id) => !isLocked(id))
        expect(actionFor(actions, [...unlocked, 'support'])).toBe('allow')
      }),
    )
  })

  it('is stricter or equal when a page has more harm categories', () => {
    const weight = { allow: 0, coach: 1, block: 2 }
    const harms = categoryIds.filter((id) => traitsOf(id).kind !== 'safe')
    fc.assert(
      fc.property(
        anyRules,
        fc.uniqueArray(fc.constantFrom(...harms), { minLength: 2, maxLength: 6 }),
        (actions, categories) => {
          const all = decide(
            makeVerdict('https://x.test/', categories),
            policyFor({ actions }),
            makeMoment(),
          ).action
          const fewer = decide(
            makeVerdict('https://x.test/', categories.slice(1)),
            policyFor({ actions }),
            makeMoment(),
          ).action
          expect(weight[all]).toBeGreaterThanOrEqual(weight[fewer])
        },
      ),
    )
  })
})
