import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '#shared/base/parse.ts'
import { starterHosts } from '#shared/classify/url/starter/starter-hosts.ts'
import { Band } from '#shared/domain/audience.ts'
import { CompiledPolicy, Policy, searchIn } from '#shared/domain/policy.ts'
import { hostIsWithin } from '#shared/domain/site.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { safeSearchRuleIds, safeSearchRules } from '#shared/policy/safe-search-rules.ts'
import { safely } from '#shared/policy/safe-search.ts'
import { youTubeHosts } from '#shared/policy/search-filters.ts'
import vectors from '../../vectors/safe-search.json' with { type: 'json' }

const on = { safeSearch: true, youTube: 'off' } as const
const off = { safeSearch: false, youTube: 'off' } as const

describe('safe search', () => {
  it.each(vectors.rewritten)('rewrites %s', (from, to) => {
    expect(safely(from ?? '', on)).toBe(to)
    expect(safely(to ?? '', on)).toBeNull()
    expect(safely(from ?? '', off)).toBeNull()
  })

  it.each(vectors.left)('leaves %s alone', (url) => {
    expect(safely(url, on)).toBeNull()
  })

  const parameter = fc.constantFrom(
    'q=cats',
    'safe=off',
    'SAFE=off',
    '%73afe=images',
    'safe',
    'kp=-2',
    'x=%zz',
    'a=1+2',
    '',
    'adlt=off',
    'text=a',
  )
  const place = fc.constantFrom(
    'www.google.co.uk/search',
    'www.bing.com/images/search',
    'html.duckduckgo.com/html/',
    'duckduckgo.com/',
    'yandex.ru/search/',
    'example.test/search',
  )

  it('never has to rewrite what it has written, and changes no other parameter', () => {
    fc.assert(
      fc.property(place, fc.array(parameter, { maxLength: 6 }), (where, parameters) => {
        const url = `https://${where}?${parameters.join('&')}#part`
        const safe = safely(url, on)
        if (safe === null) return
        expect(safely(safe, on)).toBeNull()
        const others = (text: string): string[] =>
          [...new URL(text).searchParams]
            .map(String)
            .filter((pair) => !/^(?:safe|adlt|kp|fyandex),/i.test(pair))
        expect(others(safe)).toEqual(others(url).filter((pair) => others(safe).includes(pair)))
        expect(new URL(safe).hash).toBe('#part')
      }),
    )
  })
})

describe('the rules of the browser’s own engine', () => {
  const rules = safeSearchRules({ safeSearch: true, youTube: 'strict' })
  const matching = (url: string) =>
    rules.filter(
      ({ condition }) =>
        condition.regexFilter !== undefined && new RegExp(condition.regexFilter, 'i').test(url),
    )

  it.each(vectors.rewritten.filter(([from]) => !/%71|%73/.test(from ?? '')))('know %s', (from, to) => {
    const [rule] = matching(from ?? '')
    if (rule?.action.type !== 'redirect' || !('transform' in rule.action.redirect))
      throw new Error('no redirect')
    const { host, queryTransform } = rule.action.redirect.transform
    const wanted = new URL(to ?? '')
    expect(host ?? wanted.hostname).toBe(wanted.hostname)
    for (const { key, value } of queryTransform?.addOrReplaceParams ?? [])
      expect(wanted.searchParams.get(key)).toBe(value)
  })

  it.each(vectors.left.filter((url) => !vectors.alreadySafe.includes(url)))('leave %s alone', (url) => {
    expect(matching(url)).toEqual([])
  })

  it('are told apart, and can all be taken away again', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !safeSearchRuleIds.includes(id))).toEqual([])
    expect(safeSearchRules(off)).toEqual([])
  })

  it('use nothing that Safari’s engine lacks: no alternatives, no look-around', () => {
    const filters = rules.flatMap(({ condition }) => condition.regexFilter ?? [])
    expect(filters.filter((filter) => /\||\(\?|\\b|[^\x20-\x7e]/.test(filter))).toEqual([])
  })

  it('go before no block: none of their hosts is always shut', () => {
    const shut = baselinePolicy.neverOpened.flatMap((id) => starterHosts[id] ?? [])
    const known = [
      ...youTubeHosts,
      'google.com',
      'bing.com',
      'duckduckgo.com',
      'search.yahoo.com',
      'search.brave.com',
      'qwant.com',
      'mojeek.com',
      'startpage.com',
      'yandex.ru',
      'ya.ru',
    ]
    expect(known.filter((host) => shut.some((rule) => hostIsWithin(host, rule)))).toEqual([])
  })

  it.each([
    ['strict', 'Strict'],
    ['moderate', 'Moderate'],
  ] as const)('ask YouTube for its %s level', (youTube, value) => {
    const [rule] = safeSearchRules({ safeSearch: false, youTube })
    expect(rule?.action).toEqual({
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'YouTube-Restrict', operation: 'set', value }],
    })
  })
})

describe('the school’s say', () => {
  const levels = (policy: Policy) =>
    Object.fromEntries(Band.options.map((band) => [band, compilePolicy(policy, band, 1).search]))

  it('is safe search for everybody and a level of YouTube by age, unless it says otherwise', () => {
    expect(levels(baselinePolicy)).toEqual({
      'eyfs-y2': { safeSearch: true, youTube: 'strict' },
      'y3-y6': { safeSearch: true, youTube: 'strict' },
      'y7-y9': { safeSearch: true, youTube: 'moderate' },
      'y10-y11': { safeSearch: true, youTube: 'moderate' },
      sixth: { safeSearch: true, youTube: 'moderate' },
      staff: { safeSearch: true, youTube: 'off' },
      visitor: { safeSearch: true, youTube: 'moderate' },
    })
  })

  it('holds for the bands it names, the later rule first, one thing without the other', () => {
    const search = [
      { safeSearch: null, youTube: 'strict', bands: [] },
      { safeSearch: false, youTube: null, bands: ['staff', 'sixth'] },
      { safeSearch: null, youTube: 'off', bands: ['sixth'] },
    ] satisfies Policy['search']
    const made = levels({ ...baselinePolicy, search })
    expect(made['y7-y9']).toEqual({ safeSearch: true, youTube: 'strict' })
    expect(made['staff']).toEqual({ safeSearch: false, youTube: 'strict' })
    expect(made['sixth']).toEqual({ safeSearch: false, youTube: 'off' })
  })

  it('is missing in policies of before, which go on by the band', () => {
    const { search: _, ...document } = baselinePolicy
    const stored = parse(Policy, document)
    expect(stored.ok && stored.value.search).toEqual([])
    const { search: __, ...compiled } = compilePolicy(baselinePolicy, 'y3-y6', 1)
    const kept = parse(CompiledPolicy, compiled)
    expect(kept.ok && searchIn(kept.value)).toEqual({ safeSearch: true, youTube: 'strict' })
  })

  it('takes no level that YouTube does not have', () => {
    const search = [{ safeSearch: null, youTube: 'lenient', bands: [] }]
    expect(parse(Policy, { ...baselinePolicy, search }).ok).toBe(false)
  })
})
