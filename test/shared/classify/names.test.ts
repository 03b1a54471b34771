import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNames, writeNames } from '#shared/classify/url/names-file.ts'
import { namesOf } from '#shared/classify/url/names-of.ts'
import { type Rules, ruleTable } from '#test/support/list-bundles.ts'

const ranks = new Map([
  ['popular.test', 40],
  ['bets.test', 7],
  ['deep.covered.test', 3],
])
const rules: Rules = [
  ['unknown-bets.test', ['gambling']],
  ['bets.test', ['gambling']],
  ['popular.test', ['pornography']],
  ['a-porn.test', ['pornography']],
  ['rare-harm.test', ['self-harm']],
  ['covered.test', ['pornography', 'drugs']],
  ['deep.covered.test', ['drugs']],
  ['help.popular.test', ['support']],
  ['games.test', ['games']],
  ['both.test', ['drugs', 'education']],
  ['half.test', ['hate']],
  ['half.test/lesson', ['education']],
  ['charity.test', ['support']],
  ['forum.charity.test', ['self-harm']],
  ['192.0.2.7', ['malware']],
]
const hosts = (most = 100) => namesOf(ruleTable(rules), ranks, most).hosts

describe('the names of a list', () => {
  it('begin with the gravest, then what many people visit, then the rest, each with the safe hosts below it', () => {
    expect(hosts()).toEqual([
      'rare-harm.test',
      'covered.test',
      'popular.test',
      'help.popular.test',
      'bets.test',
      'a-porn.test',
      'half.test',
      '192.0.2.7',
      'unknown-bets.test',
    ])
  })

  it('are as many as were asked for, and never a host without the safe ones below it', () => {
    for (let most = 0; most < 12; most++) {
      const some = hosts(most)
      expect(some.length).toBeLessThanOrEqual(most)
      expect(some.includes('popular.test')).toBe(some.includes('help.popular.test'))
    }
    expect(hosts(3)).toEqual(['rare-harm.test', 'covered.test', 'bets.test'])
  })

  it('say how many there would be', () => {
    const { sets } = namesOf(ruleTable(rules), ranks, 2)
    const gambling = sets.find(({ categories }) => categories.join() === 'gambling')
    expect(gambling).toEqual({ categories: ['gambling'], listed: 2, popular: 1 })
  })

  it('mark a host as open in part when a page of it is safe', () => {
    const names = namesOf(ruleTable(rules), ranks, 100)
    const set = names.sets[names.setOf[names.hosts.indexOf('half.test')] ?? 0]
    expect(set?.categories).toEqual(['hate', 'education'])
  })
})

describe('a names file', () => {
  const bytes = writeNames(namesOf(ruleTable(rules), ranks, 100))

  it('gives back what was written, and the same for rules in any order', () => {
    expect(readNames(bytes)).toEqual({ ok: true, value: namesOf(ruleTable(rules), ranks, 100) })
    expect(writeNames(namesOf(ruleTable([...rules].toReversed()), ranks, 100))).toEqual(bytes)
  })

  it('that is changed anywhere is another file or none, and never a fault of the reader', () => {
    const at = fc.integer({ min: 0, max: bytes.length - 1 })
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 255 }), (place, change) => {
        const copy = bytes.slice()
        copy[place] = (copy[place] ?? 0) ^ change
        const read = readNames(copy)
        expect((read.ok ? read.value.hosts : []).filter((host) => !/^[a-z0-9._-]+$/.test(host))).toEqual([])
      }),
      { numRuns: 500 },
    )
    for (const cut of [0, 1, 40, bytes.length - 1]) expect(readNames(bytes.slice(0, cut)).ok).toBe(false)
  })

  it.each([
    'UPPER.test 0\n',
    'two..dots 0\n',
    'b*d.test 0\n',
    'x.test 9\n',
    'x.test\n',
    'x.test 0',
    '||x^ 0\n',
  ])('refuses the line %j', (line) => {
    const head = { names: 1, hosts: 1, sets: [{ categories: ['drugs'], listed: 1, popular: 0 }] }
    const text = `${JSON.stringify(head)}\n${line}`
    expect(readNames(new TextEncoder().encode(text)).ok).toBe(false)
  })
})
