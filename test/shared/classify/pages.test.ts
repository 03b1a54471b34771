import { describe, expect, it } from 'vitest'
import { bucketsPerPage } from '#shared/classify/url/bundle-format.ts'
import { TableReader } from '#shared/classify/url/page-reader.ts'
import { type Entries, layTable } from '#shared/classify/url/page-writer.ts'
import { pageCache, type Pages } from '#shared/classify/url/pages.ts'

const entries = (
  rows: readonly (readonly [bucket: number, low: number, nibble: number, set: number])[],
): Entries => ({
  count: rows.length,
  bucket: Uint32Array.from(rows, ([bucket]) => bucket),
  low: Uint32Array.from(rows, ([, low]) => low),
  nibble: Uint8Array.from(rows, ([, , nibble]) => nibble),
  set: Uint16Array.from(rows, ([, , , set]) => set),
})

const readerOf = (rows: Parameters<typeof entries>[0]): TableReader => {
  const table = layTable(entries(rows), bucketsPerPage)
  const page = table?.pages[0]
  if (table === null || page === undefined) throw new Error('these entries make no page')
  const pages: Pages = { memory: page.slice().buffer, at: () => 0 }
  return new TableReader(table.shape, 0, table.codes, pages, null)
}

describe('entries of a page', () => {
  it('are told apart by four bits more than the 32 that are compared first', () => {
    const reader = readerOf([
      [5, 77, 1, 11],
      [5, 77, 2, 12],
    ])
    reader.seek((5 / bucketsPerPage) * 2 ** 32)
    expect([1, 2, 3].map((nibble) => reader.match(nibble, 77))).toEqual([11, 12, -1])
    expect(reader.match(1, 78)).toBe(-1)
  })

  it('that agree in all bits cannot be laid out: another seed is needed', () => {
    const twice = entries([
      [5, 77, 1, 11],
      [5, 77, 1, 12],
    ])
    expect(layTable(twice, bucketsPerPage)).toBeNull()
  })
})

describe('a cache of pages', () => {
  it('remembers what was wanted, and lets the page go that was asked for longest ago', () => {
    const cache = pageCache(10, 8, 2)
    const page = (value: number): Uint8Array => new Uint8Array(8).fill(value)
    expect([cache.at(1), cache.misses(), cache.wanted(), cache.wanted()]).toEqual([-1, 1, [1], []])
    cache.put(1, page(1))
    cache.put(2, page(2))
    expect(new Uint8Array(cache.memory)[cache.at(1)]).toBe(1)
    cache.put(3, page(3))
    expect(cache.at(2)).toBe(-1)
    expect([1, 3].map((number) => new Uint8Array(cache.memory)[cache.at(number)])).toEqual([1, 3])
    cache.put(3, page(9))
    expect(new Uint8Array(cache.memory)[cache.at(3)]).toBe(9)
    expect(() => cache.put(4, new Uint8Array(9))).toThrow(RangeError)
  })
})
