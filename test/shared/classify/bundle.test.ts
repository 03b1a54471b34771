import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDelta } from '#shared/classify/url/bundle-delta.ts'
import { bundleProblem } from '#shared/classify/url/bundle-integrity.ts'
import {
  type BundleFile,
  type ListBundle,
  openBundle,
  openFile,
  openWithDelta,
} from '#shared/classify/url/bundle-reader.ts'
import type { RuleTable } from '#shared/classify/url/rule-table.ts'
import { siteName } from '#shared/classify/url/rule-table.ts'
import { readAddress } from '#shared/domain/address.ts'
import { categoryIds } from '#shared/domain/category.ts'
import { covers, readSitePattern } from '#shared/domain/site.ts'
import { bundleFile, opened, type Rules, ruleTable } from '#test/support/list-bundles.ts'

const label = fc.constantFrom('a', 'b', 'c', 'co', 'uk', 'www')
const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'))
const host = fc.oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: fc.ipV4() })
const path = fc.array(label, { maxLength: 3 }).map((segments) => segments.map((one) => `/${one}`).join(''))
const query = fc
  .array(fc.tuple(label, label), { maxLength: 2 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))
const site = fc.tuple(host, path, query).map(([h, p, q]) => (q === '' ? h + p : `${h}${p || '/'}?${q}`))
const ids = fc.uniqueArray(fc.constantFrom(...categoryIds), { minLength: 1, maxLength: 3 })
const rulesOf = (maxLength: number) => fc.array(fc.tuple(site, ids), { maxLength })

/** What the model says of an address: every rule of the table that covers it, with its categories. */
function inModel(table: RuleTable, asked: string): string[] {
  const address = readAddress(`http://${asked}`)
  if (address === null) return []
  return [...table.hosts, ...table.paths]
    .filter(([rule]) => {
      const parts = readSitePattern(rule)
      return parts !== null && covers(parts, address)
    })
    .map(([rule, set]) => `${rule}: ${table.categoriesOf(set).toSorted().join()}`)
    .toSorted()
}

function inBundle(bundle: ListBundle, asked: string): string[] {
  const address = readAddress(`http://${asked}`)
  if (address === null) return []
  return bundle
    .lookup(address)
    .map((match) => `${siteName(match)}: ${[...match.categories].toSorted().join()}`)
    .toSorted()
}

/** Hosts that crowd one base, so that it becomes a head and its rules move. */
const crowd = (count: number, base: string): Rules =>
  Array.from({ length: count }, (_, index) => [`h${index}.${base}`, ['games']] as const)

describe('a list bundle', () => {
  it('finds exactly what a plain map of rules would', () => {
    fc.assert(
      fc.property(rulesOf(60), fc.array(site, { maxLength: 20 }), (rules, asked) => {
        const table = ruleTable(rules)
        const bundle = opened(bundleFile(rules))
        for (const one of [...asked, ...rules.map(([rule]) => rule)])
          expect(inBundle(bundle, one)).toEqual(inModel(table, one))
      }),
      { numRuns: 300 },
    )
  })

  it('finds the same under crowded bases, and the rules of the bases themselves', () => {
    fc.assert(
      fc.property(rulesOf(20), fc.array(name, { minLength: 1, maxLength: 3 }), (rules, bases) => {
        const all = [...rules, ...bases.flatMap((base) => [...crowd(40, base)])]
        const table = ruleTable(all)
        const bundle = opened(bundleFile(all))
        const asked = [...rules.map(([rule]) => rule), ...bases, ...bases.map((base) => `h7.${base}`)]
        for (const one of [...asked, ...bases.map((base) => `x.h7.${base}/a`)])
          expect(inBundle(bundle, one)).toEqual(inModel(table, one))
      }),
      { numRuns: 60 },
    )
  })

  it('has the same bytes whatever the order of its rules', () => {
    fc.assert(
      fc.property(rulesOf(40), (rules) => {
        const all = [...rules, ...crowd(50, 'co.uk')]
        expect(new Uint8Array(bundleFile(all))).toEqual(new Uint8Array(bundleFile(all.toReversed())))
      }),
      { numRuns: 50 },
    )
  })

  it('holds many pages, buckets that overflow and rare sets', () => {
    const many: Rules = Array.from({ length: 30_000 }, (_, index) => [
      `h${index}.test${index % 3000}`,
      // Every bit pattern of five categories: more sets than have a code.
      categoryIds.filter((_id, place) => place < 6 && (place === 5 || (index >> place) & 1)),
    ])
    const full = [...many, ...crowd(30, 'full.test')]
    const table = ruleTable(full)
    const bundle = opened(bundleFile(full))
    const hosts = [...table.hosts.keys()]
    expect(hosts.filter((one) => inBundle(bundle, one).join('|') !== inModelOfHosts(table, one))).toEqual([])
    expect(
      hosts.filter((one) => bundle.lookup({ host: `${one}x`, path: '/', query: '' }).length > 0),
    ).toEqual([])
  })

  it('knows the last labels of a host that has more than there can be', () => {
    const bundle = opened(bundleFile([['b.test', ['games']]]))
    expect(inBundle(bundle, `${'a.'.repeat(400)}b.test`)).toEqual(['b.test: games'])
  })
})

/** A model for hosts alone that does not take a walk over all rules. */
function inModelOfHosts(table: RuleTable, asked: string): string {
  const parents = asked.split('.').map((_, index, labels) => labels.slice(index).join('.'))
  return parents
    .flatMap((parent) => {
      const set = table.hosts.get(parent)
      return set === undefined ? [] : [`${parent}: ${table.categoriesOf(set).toSorted().join()}`]
    })
    .toSorted()
    .join('|')
}

const file = (bytes: ArrayBuffer): BundleFile => {
  const read = openFile(bytes)
  if (!read.ok) throw new Error(read.error)
  return read.value
}

describe('a delta', () => {
  it('over its base finds exactly what the target finds', () => {
    fc.assert(
      fc.property(rulesOf(40), rulesOf(40), rulesOf(40), fc.nat(60), (kept, gone, come, size) => {
        const before = bundleFile([...kept, ...gone, ...crowd(20, 'co.uk')])
        const after = bundleFile([...kept, ...come, ...crowd(size, 'co.uk')], { version: '2' })
        const delta = writeDelta(before, after)
        if (!delta.ok) throw new Error(delta.error)
        const both = openWithDelta(file(before), file(delta.value.file))
        if (!both.ok) throw new Error(both.error)
        expect(bundleProblem(delta.value.file)).toBeNull()
        expect(both.value.version).toBe('2')
        const target = opened(after)
        for (const [rule] of [...kept, ...gone, ...come, ...crowd(3, 'co.uk')])
          expect(inBundle(both.value, rule)).toEqual(inBundle(target, rule))
      }),
      { numRuns: 200 },
    )
  })

  it('changes phrases too', () => {
    const words = (...texts: string[]) => ({
      drugs: { phrases: texts.map((one) => ({ words: one })), exceptions: [] },
    })
    const before = bundleFile([], { searchWords: words('buy weed', 'buy pills') })
    const after = bundleFile([], { searchWords: words('buy weed', 'where to get a vape') })
    const delta = writeDelta(before, after)
    if (!delta.ok) throw new Error(delta.error)
    expect([delta.value.added, delta.value.removed]).toEqual([1, 1])
    const both = openWithDelta(file(before), file(delta.value.file))
    if (!both.ok) throw new Error(both.error)
    const found = ['buy weed', 'buy pills', 'where to get a vape'].map((one) => both.value.phrase(one).length)
    expect(found).toEqual([1, 0, 1])
    expect(both.value.longestPhrase).toBe(5)
  })

  it('is small: less than ten bytes for a changed host', () => {
    const before = bundleFile(crowd(20_000, 'a.test'))
    const after = bundleFile([...crowd(19_000, 'a.test'), ...crowd(5000, 'b.test')])
    const delta = writeDelta(before, after)
    if (!delta.ok) throw new Error(delta.error)
    expect([delta.value.added, delta.value.removed]).toEqual([5000, 1000])
    expect(delta.value.file.byteLength).toBeLessThan(6000 * 10)
  })

  it('is refused over another base, alone, and between what is no pair of bundles', () => {
    const [one, two, three] = ['1', '2', '3'].map((version) =>
      bundleFile([['a.test', ['games']]], { version }),
    ) as [ArrayBuffer, ArrayBuffer, ArrayBuffer]
    const delta = writeDelta(one, two)
    if (!delta.ok) throw new Error(delta.error)
    expect(openWithDelta(file(three), file(delta.value.file)).ok).toBe(false)
    expect(openWithDelta(file(delta.value.file), file(delta.value.file)).ok).toBe(false)
    expect(openBundle(delta.value.file).ok).toBe(false)
    expect(writeDelta(delta.value.file, two).ok).toBe(false)
    expect(writeDelta(one, bundleFile([], { seed: 5 })).ok).toBe(false)
    expect(writeDelta(new ArrayBuffer(4), two).ok).toBe(false)
  })
})

describe('a damaged bundle', () => {
  const good = new Uint8Array(bundleFile([...crowd(3000, 'a.test'), ['b.test/path', ['drugs']]]))
  const changed = (at: number, value: number): ArrayBuffer => {
    const copy = good.slice()
    copy[at] = value
    return copy.buffer
  }

  it('is refused when cut short, padded, of another kind, byte order or version', () => {
    const refusals = [
      new ArrayBuffer(0),
      new ArrayBuffer(400),
      good.slice(0, -4).buffer,
      good.slice(0, 300).buffer,
      Uint8Array.from([...good, 0, 0, 0, 0]).buffer,
      Uint8Array.from([...good.subarray(0, 4).toReversed(), ...good.subarray(4)]).buffer,
      changed(4, 3),
      changed(12, 99),
      changed(24, 99),
      changed(76, 3),
      new TextEncoder().encode('<!doctype html><title>404</title>'.repeat(9)).buffer,
    ].map((buffer) => bundleProblem(buffer))
    expect(refusals).toMatchInlineSnapshot(`
      [
        "list bundle: too short",
        "list bundle: not a list bundle",
        "list bundle: truncated or padded: 24232 bytes instead of 24236",
        "list bundle: truncated or padded: 300 bytes instead of 24236",
        "list bundle: truncated or padded: 24240 bytes instead of 24236",
        "list bundle: its byte order is the wrong one",
        "list bundle: format 3, this version reads 2",
        "list bundle: broken sections",
        "list bundle: its head is damaged",
        "list bundle: broken sections",
        "list bundle: not a list bundle",
      ]
    `)
  })

  it('shows every flipped bit, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(7), (at, bit) => {
        // Who signed, and how, is no part of what is signed: the signature itself is checked against it.
        if (at >= 160 && at < 256) return
        expect(bundleProblem(changed(at, (good[at] ?? 0) ^ (1 << bit)))).not.toBeNull()
      }),
      { numRuns: 2000 },
    )
  })

  it('never makes reading throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(openBundle(Uint8Array.from([0x4c, 0x57, 0x4c, 0x42, 2, 0, 0, 0, ...bytes]).buffer).ok).toBe(
          false,
        )
      }),
    )
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const bundle = openBundle(changed(at, value))
        if (bundle.ok) bundle.value.lookup({ host: 'h7.a.test', path: '/', query: '' })
      }),
      { numRuns: 2000 },
    )
  })
})
