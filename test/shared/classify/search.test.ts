import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { searchQueryOf } from '#shared/classify/url/search-query.ts'
import { foldWords } from '#shared/classify/url/search-words.ts'
import { readAddress } from '#shared/domain/address.ts'
import { matcher } from '#test/support/list-bundles.ts'

const queryOf = (url: string): string | null => {
  const address = readAddress(url)
  return address && searchQueryOf(address)
}

test.each([
  ['https://www.google.co.uk/search?q=red+pandas&hl=en', 'red pandas'],
  ['https://google.com/search?hl=en&q=red%20pandas', 'red pandas'],
  ['https://images.google.de/images?q=x', 'x'],
  ['https://www.bing.com/search?q=a', 'a'],
  ['https://www.bing.com/images/search?q=a', 'a'],
  ['https://www.bing.com/search?Q=a', 'a'],
  ['https://duckduckgo.com/?q=a', 'a'],
  ['https://uk.search.yahoo.com/search?p=a', 'a'],
  ['https://www.youtube.com/results?search_query=a', 'a'],
  ['https://m.youtube.com/results?search_query=a', 'a'],
  ['https://www.google.com/maps?q=a', null],
  ['https://notgoogle.com/search?q=a', null],
  ['https://google.com.evil.test/search?q=a', null],
  ['https://www.google.com/search/?q=a', 'a'],
  ['https://www.google.com/search?q=&q=red&q=pandas', 'red pandas'],
  [`https://www.google.com/search?q=${'.'.repeat(600)}a`, `${'.'.repeat(600)}a`],
  ['https://www.google.com/search?q=', null],
  ['https://www.google.com/search', null],
])('%s searches for %j', (url, query) => {
  expect(queryOf(url)).toBe(query)
})

describe('search words', () => {
  const match = matcher({
    'self-harm': {
      phrases: [{ words: 'suicide' }, { words: 'i want to die', help: true }],
      exceptions: ['suicide squad', 'suicide prevention'],
    },
    drugs: { phrases: [{ words: 'buy weed' }], exceptions: ['buy weed killer'] },
  })
  const found = (query: string) => match(query).map(({ words }) => words)

  test.each([
    ['suicide', ['suicide']],
    ['SUICIDE!!', ['suicide']],
    ['sui\u00ADcide', ['suicide']],
    ['ｓｕｉｃｉｄｅ', ['suicide']],
    ['suicidé', ['suicide']],
    ['suicide squad cast', []],
    ['suicide squad and suicide', ['suicide']],
    ['where to buy weed', ['buy weed']],
    ['buy weed killer', []],
    ['buy seaweed', []],
    ['weed buy', []],
    ["i want to die, don't tell", ['i want to die']],
    ['i want to diet', []],
    ['', []],
  ])('%j gives %j', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })

  it('knows words of somebody who looks for help', () => {
    expect(match('I want to die').map(({ help }) => help)).toEqual([true])
  })

  it('never throws and folds to settled words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        match(text)
        const words = foldWords(text)
        expect(foldWords(words.join(' '))).toEqual(words)
      }),
    )
  })
})
