import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { classifyUrl } from '#shared/classify/url/classify.ts'
import { searchQueryOf, usualQueryOf } from '#shared/classify/url/search-query.ts'
import { foldWords } from '#shared/classify/url/search-words.ts'
import { readAddress } from '#shared/domain/address.ts'
import { bundleFile, matcher, opened } from '#test/support/list-bundles.ts'

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
  ['https://www.google.com/#q=red+pandas', 'red pandas'],
  ['https://www.google.com/webhp?hl=en#hl=en&q=a', 'a'],
  ['https://www.google.com/search?q=red&udm=2#q=pandas', 'red pandas'],
  ['https://www.google.com/search?as_q=red&as_epq=pandas', 'red pandas'],
  ['https://news.google.com/search?q=a', 'a'],
  ['https://scholar.google.co.uk/scholar?q=a', 'a'],
  ['https://www.google.com/search?udm=50&q=a', 'a'],
  ['https://www.bing.com/videos/search?q=a', 'a'],
  ['https://www.bing.com/copilotsearch?q=a', 'a'],
  ['https://www.bing.com/chat?q=a', 'a'],
  ['https://duckduckgo.com/?q=how+to+!yt+swim', 'how to swim !yt'],
  ['https://duckduckgo.com/?q=!yt+swim', 'swim !yt'],
  ['https://duckduckgo.com/?q=swim!', 'swim!'],
  ['https://html.duckduckgo.com/html/?q=a', 'a'],
  ['https://www.mojeek.com/search?q=a', 'a'],
  ['https://you.com/search?q=a', 'a'],
  ['https://www.perplexity.ai/search?q=a', 'a'],
  ['https://kagi.com/search?q=a', 'a'],
  ['https://search.aol.co.uk/aol/search?q=a', 'a'],
  ['https://results.excite.com/serp?q=a', 'a'],
  ['https://search.naver.com/search.naver?query=a', 'a'],
  ['https://www.sogou.com/web?query=a', 'a'],
  ['https://www.baidu.com/s?wd=a', 'a'],
  ['https://yandex.com/search/?text=a', 'a'],
  ['https://yep.com/web?q=a', 'a'],
  ['https://presearch.com/search?q=a', 'a'],
  ['https://chatgpt.com/?q=a', 'a'],
  ['https://www.tiktok.com/search?q=a', 'a'],
  ['https://www.pinterest.co.uk/search/pins/?q=a', 'a'],
  ['https://music.youtube.com/search?q=a', 'a'],
  ['https://www.google.com/complete/search?q=a&client=gws-wiz', null],
  ['https://suggestqueries.google.com/complete/search?q=a', null],
  ['https://www.bing.com/AS/Suggestions?pt=page.home&qry=a&q=a', null],
  ['https://duckduckgo.com/ac/?q=a', null],
  ['https://search.brave.com/api/suggest?q=a', null],
  ['https://www.ecosia.org/suggest?q=a', null],
  ['https://www.startpage.com/suggestions?q=a', null],
  ['https://www.google.com/url?q=https://a.test', null],
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

test.each([
  ['https://searx.test/search?q=red+pandas', 'red pandas'],
  ['https://searx.test/?q=a', 'a'],
  ['https://searx.test/web/results.php?query=a', 'a'],
  ['https://searx.test/autocompleter?q=a', null],
  ['https://searx.test/about?q=a', null],
  ['https://searx.test/search', null],
  ['https://www.google.com/search?q=a', null],
])('on an engine that only a list knows, %s searches for %j', (url, query) => {
  const address = readAddress(url)
  expect(address && usualQueryOf(address)).toBe(query)
})

it('of such an engine counts like any other', () => {
  const searchWords = { drugs: { phrases: [{ words: 'buy weed' }], exceptions: [] } }
  const lists = opened(bundleFile([['searx.test', ['search']]], { searchWords }))
  const found = (url: string) => classifyUrl(url, [lists]).evidence.map(({ category }) => category)
  expect(found('https://searx.test/search?q=buy+weed')).toEqual(['drugs', 'search'])
  expect(found('https://searx.test/autocompleter?q=buy+weed')).toEqual(['search'])
  expect(found('https://shop.test/search?q=buy+weed')).toEqual([])
  expect(found('https://web.archive.org/web/2020/https://www.google.com/search?q=buy+weed')).toEqual([
    'drugs',
  ])
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
