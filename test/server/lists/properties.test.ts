import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HostArena } from '#server/services/lists/host-arena.ts'
import { readListLine } from '#server/services/lists/list-line.ts'
import { ListReport } from '#server/services/lists/list-report.ts'
import { plainStart } from '#server/services/lists/plain-host.ts'
import { parse } from '#shared/base/parse.ts'
import { readAddress } from '#shared/domain/address.ts'
import { type CategoryId, isHarm, isSafe } from '#shared/domain/category.ts'
import { covers, exactness, readSitePattern } from '#shared/domain/site.ts'
import { compile, rulesOf, verdictOf } from './list-folder.ts'

const label = fc.constantFrom('a', 'b', 'www', 'school')
const host = fc
  .tuple(
    fc.array(label, { maxLength: 3 }),
    fc.constantFrom('one.example', 'two.example', 'three.co.uk', 'co.uk', 'github.io'),
  )
  .map(([labels, base]) => [...labels, base].join('.'))
const path = fc
  .array(fc.constantFrom('x', 'y'), { maxLength: 2 })
  .map((parts) => parts.map((part) => `/${part}`).join(''))
const site = fc.tuple(host, path).map((parts) => parts.join(''))
const category = fc.constantFrom<CategoryId>(
  'pornography',
  'phishing',
  'extremism',
  'support',
  'education',
  'news',
  'games',
)
const source = fc.tuple(fc.constantFrom('p', 'q', 'r'), category, fc.array(site, { maxLength: 12 }))
const sources = fc.array(source, { minLength: 1, maxLength: 6 })

type Sources = readonly (readonly [publisher: string, category: CategoryId, sites: readonly string[]])[]

const build = (lists: Sources, others: Record<string, string> = {}, inOrder = true) => {
  const files = lists.map(([publisher, , sites], at) => [
    `lists/${publisher}/${at}.txt`,
    `# a list\n${sites.join('\n')}`,
  ])
  const map = lists.map(([publisher, id], at) => [`${publisher}/${at}`, id])
  return compile(Object.fromEntries(inOrder ? map : map.toReversed()), {
    ...others,
    ...Object.fromEntries(inOrder ? files : files.toReversed()),
  })
}

/** What `classify` makes of an address by rules as text: the plain model. */
function verdict(rules: Readonly<Record<string, string>>, url: string): string[] {
  const address = readAddress(url)
  if (address === null) throw new Error(url)
  const found = Object.entries(rules).flatMap(([rule, ids]) => {
    const parts = readSitePattern(rule)
    if (parts === null || !covers(parts, address)) return []
    return (ids.split(',') as CategoryId[]).map((id) => ({ id, depth: exactness(parts) }))
  })
  const supported = found.some(({ id }) => id === 'support')
  const safest = Math.max(-1, ...found.filter(({ id }) => isSafe(id)).map(({ depth }) => depth))
  const stands = found.filter(
    ({ id, depth }) => isSafe(id) || id === 'extremism' || (!supported && depth > safest),
  )
  return [...new Set(stands.map(({ id }) => id))].toSorted()
}

describe('whatever the sources say', () => {
  it('leaving out what a shorter rule says changes no verdict', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constant('p'),
            category,
            fc.array(
              fc
                .tuple(host, path)
                .map(([name, rest]) => name.replace(/(?:three\.)?co\.uk|github\.io/, 'one.example') + rest),
              { maxLength: 8 },
            ),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        fc.array(site, { minLength: 5, maxLength: 10 }),
        async (lists, asked) => {
          const made = await build(lists)
          // Each source's own claims, with harm taken from sites that a source of the same build calls safe: the rule for one publisher.
          const claims = new Map<string, Set<CategoryId>>()
          for (const [, id, sites] of lists)
            for (const one of sites) claims.set(one, (claims.get(one) ?? new Set()).add(id))
          const whole = Object.fromEntries(
            [...claims].map(([one, ids]) => {
              const safe = [...ids].some(isSafe)
              return [one, [...ids].filter((id) => !(safe && isHarm(id))).join()]
            }),
          )
          for (const one of [
            ...asked.map((text) => text.replace(/(?:three\.)?co\.uk|github\.io/, 'one.example')),
            ...claims.keys(),
          ])
            expect([one, verdict(rulesOf(made), `http://${one}`)]).toEqual([
              one,
              verdict(whole, `http://${one}`),
            ])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('no protected host and no public suffix comes out harmful', async () => {
    await fc.assert(
      fc.asyncProperty(sources, fc.array(host, { maxLength: 5 }), async (lists, kept) => {
        const made = await build(lists, { 'must-not-block.tsv': `${kept.join('\tus\n')}\tus\n` })
        const promised = [
          ...kept.filter((name) => name !== 'co.uk' && name !== 'github.io'),
          'childline.org.uk',
        ]
        for (const name of promised.flatMap((one) => (one.startsWith('www.') ? [one] : [one, `www.${one}`])))
          expect([name, verdictOf(made, name).filter(isHarm)]).toEqual([name, []])
        for (const name of ['co.uk', 'github.io', 'org.uk'])
          expect([name, verdictOf(made, name)]).toEqual([
            name,
            verdictOf(made, name).filter((id) => !isHarm(id) && !isSafe(id)),
          ])
      }),
      { numRuns: 300 },
    )
  })

  it('the same lists give the same rules and report, in whichever order they lie there, which its schema knows', async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (lists) => {
        const [one, other] = [await build(lists), await build(lists, {}, false)]
        expect(JSON.stringify([rulesOf(one), one.report])).toBe(
          JSON.stringify([rulesOf(other), other.report]),
        )
        expect([...one.rules.hosts]).toEqual([...other.rules.hosts])
        expect(parse(ListReport, JSON.parse(JSON.stringify(one.report)))).toEqual({
          ok: true,
          value: one.report,
        })
      }),
      { numRuns: 30 },
    )
  })

  it('any bytes make a report, never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, packed) => {
        const made = await compile(
          { 'a/b': 'gambling' },
          { 'lists/a/b.txt': packed ? gzipSync(bytes) : bytes },
        )
        expect(made.report.sources).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the short way for plain hosts', () => {
  const line = fc.oneof(
    host,
    fc.stringMatching(/^[a-z0-9._-]{1,30}$/),
    fc
      .tuple(
        fc.constantFrom('0.0.0.0 ', '127.0.0.1 ', '::1 ', 'x '),
        fc.oneof(host, fc.stringMatching(/^[a-z0-9._-]{1,12}$/)),
      )
      .map((parts) => parts.join('')),
  )

  it('takes nothing that the long way would not, and takes it alike', () => {
    fc.assert(
      fc.property(line, (text) => {
        const bytes = Buffer.from(text)
        const start = plainStart(bytes, 0, bytes.length)
        const long = readListLine(text)
        expect(start < 0 ? long : { sites: [text.slice(start)], except: false }).toEqual(long)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes ordinary hosts', () => {
    for (const text of ['a.example.com', '0.0.0.0 a-b.example.com', '127.0.0.1 a_b.example.com'])
      expect(plainStart(Buffer.from(text), 0, text.length)).toBeGreaterThanOrEqual(0)
  })
})

describe('an arena of hosts', () => {
  it('is a map from hosts to numbers, with their nearest parents', () => {
    fc.assert(
      fc.property(fc.array(host, { maxLength: 40 }), (names) => {
        const arena = new HostArena()
        const model = new Map<string, number>()
        for (const name of names) {
          if (!model.has(name)) model.set(name, model.size)
          expect(arena.put(Buffer.from(name), 0, name.length)).toBe(model.get(name))
        }
        expect([...arena]).toEqual([...model])
        const parents = arena.parents()
        for (const [name, number] of model) {
          expect([arena.nameOf(number), arena.find(name), arena.find(`${name}x`)]).toEqual([name, number, -1])
          const above = [...model.keys()]
            .filter((other) => name.endsWith(`.${other}`))
            .toSorted((one, other) => other.length - one.length)[0]
          expect(parents[number]).toBe(above === undefined ? -1 : model.get(above))
        }
      }),
    )
  })

  it('grows past what was expected', () => {
    const arena = new HostArena(1)
    const names = Array.from({ length: 20_000 }, (_, at) => `host-${at}.example.com`)
    for (const name of names) arena.put(Buffer.from(name), 0, name.length)
    expect([...arena].map(([name]) => name)).toEqual(names)
    expect(arena.find('host-19999.example.com')).toBe(19_999)
  })
})
