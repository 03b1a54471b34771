import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { type BundleInput, writeBundle } from '#shared/classify/url/bundle-writer.ts'
import { readAddress } from '#shared/domain/address.ts'
import { type CategoryId, categoryIds } from '#shared/domain/category.ts'
import { covers, readSitePattern } from '#shared/domain/site.ts'

const facts: BundleInput['facts'] = {
  name: 'test',
  version: '1',
  builtAt: 1_780_000_000_000,
  sources: [],
  searchWords: {},
}
const bundleOf = (rules: Iterable<[string, Iterable<CategoryId>]>): ArrayBuffer =>
  writeBundle({ rules: new Map([...rules].map(([pattern, ids]) => [pattern, new Set(ids)])), facts })
const open = (buffer: ArrayBuffer) => {
  const bundle = openBundle(buffer)
  if (!bundle.ok) throw new Error(bundle.error)
  return bundle.value
}

const label = fc.constantFrom('a', 'b', 'c', 'co', 'uk')
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'))
const path = fc
  .array(label, { maxLength: 3 })
  .map((segments) => (segments.length > 0 ? `/${segments.join('/')}` : ''))
const pattern = fc.tuple(host, path).map(([h, p]) => h + p)
const ids = fc.uniqueArray(fc.constantFrom(...categoryIds), { minLength: 1, maxLength: 3 })

describe('a list bundle', () => {
  it('finds exactly what a plain map of rules would', () => {
    fc.assert(
      fc.property(fc.dictionary(pattern, ids, { maxKeys: 40 }), pattern, (rules, asked) => {
        const address = readAddress(`http://${asked}`)
        if (!address) return
        const expected = Object.entries(rules)
          .filter(([rule]) => {
            const parts = readSitePattern(rule)
            return parts && covers(parts, address)
          })
          .map(([rule, found]) => `${rule}: ${found.toSorted().join()}`)
        const found = open(bundleOf(Object.entries(rules)))
          .lookup(address)
          .map(
            (match) =>
              `${match.host}${match.path === '/' ? '' : match.path}: ${[...match.categories].toSorted().join()}`,
          )
        expect(found.toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 500 },
    )
  })

  it('has the same bytes whatever the order of its rules', () => {
    fc.assert(
      fc.property(fc.dictionary(pattern, ids, { minKeys: 2, maxKeys: 20 }), (rules) => {
        const forwards = new Uint8Array(bundleOf(Object.entries(rules)))
        const backwards = new Uint8Array(bundleOf(Object.entries(rules).toReversed()))
        expect(forwards).toEqual(backwards)
      }),
      { numRuns: 50 },
    )
  })

  it('holds more hosts than one bucket index has room for', () => {
    const hosts = Array.from({ length: 100_000 }, (_, n) => `h${n}.test`)
    const bundle = open(bundleOf(hosts.map((name) => [name, ['games']])))
    expect(bundle.hosts).toBe(100_000)
    const missed = hosts.filter((name) => bundle.lookup({ host: name, path: '/', query: '' }).length !== 1)
    expect(missed).toEqual([])
    expect(bundle.lookup({ host: 'h100000.test', path: '/', query: '' })).toEqual([])
  })

  it('is refused when cut short, padded, of another kind or another version', () => {
    const good = new Uint8Array(bundleOf([['bad.test', ['games']]]))
    const changed = (at: number, value: number): ArrayBuffer => {
      const copy = good.slice()
      copy[at] = value
      return copy.buffer
    }
    const refusals = [
      new ArrayBuffer(0),
      new ArrayBuffer(40),
      good.slice(0, -1).buffer,
      Uint8Array.from([...good, 0]).buffer,
      changed(0, 1),
      changed(4, 2),
      changed(12, 99),
      changed(good.length - 1, 0xff),
      new TextEncoder().encode('<!doctype html><title>404</title>'.repeat(9)).buffer,
    ].map((buffer) => openBundle(buffer))
    expect(refusals.map(({ ok }) => ok)).toEqual(refusals.map(() => false))
    expect(refusals.map((refusal) => (refusal.ok ? '' : refusal.error))).toMatchInlineSnapshot(`
      [
        "list bundle: too short",
        "list bundle: not a list bundle",
        "list bundle: truncated or padded",
        "list bundle: truncated or padded",
        "list bundle: not a list bundle",
        "list bundle: format 2, this version reads 1",
        "list bundle: truncated or padded",
        "list bundle: facts are not UTF-8",
        "list bundle: not a list bundle",
      ]
    `)
  })

  it('never throws on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(openBundle(Uint8Array.from([0x4c, 0x57, 0x4c, 0x31, 1, 0, 0, 0, ...bytes]).buffer).ok).toBe(
          false,
        )
      }),
    )
  })
})
