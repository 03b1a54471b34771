import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readAddress } from '#shared/domain/address.ts'
import { covers, exactness, readSitePattern } from '#shared/domain/site.ts'

const coveredBy = (url: string, pattern: string): boolean => {
  const rule = readSitePattern(pattern)
  const address = readAddress(url)
  return rule !== null && address !== null && covers(rule, address)
}

describe('a site pattern', () => {
  test.each([
    ['http://bad.test/', 'bad.test', true],
    ['http://www.bad.test/x', 'bad.test', true],
    ['http://notbad.test/', 'bad.test', false],
    ['http://bad.test.evil.test/', 'bad.test', false],
    ['http://bad.test/', 'www.bad.test', false],
    ['http://any.test/r/bad', 'any.test/r/bad', true],
    ['http://any.test/r/bad/more', 'any.test/r/bad', true],
    ['http://any.test/r/badge', 'any.test/r/bad', false],
    ['http://any.test/R/B%61d', 'any.test/r/bad', true],
    ['http://any.test/', 'https://any.test/', true],
    ['http://sub.any.test/', '*.any.test', true],
    ['http://10.0.0.1/', '10.0.0.1', true],
    ['http://1.10.0.0.1.test/', '10.0.0.1', false],
    ['http://0x0a.1/', '10.0.0.1', true],
  ])('%s under %s: %s', (url, pattern, expected) => {
    expect(coveredBy(url, pattern)).toBe(expected)
  })

  it('covers every sub-domain and longer path of itself', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/)
    fc.assert(
      fc.property(fc.domain(), label, fc.array(label), (host, sub, segments) => {
        expect(coveredBy(`https://${sub}.${host}/${segments.join('/')}`, host)).toBe(true)
      }),
    )
  })

  it('is more exact with more labels, then with a longer path', () => {
    const of = (pattern: string): number =>
      exactness(readSitePattern(pattern) ?? { host: '', path: '/', query: '' })
    expect(of('a.b.test')).toBeGreaterThan(of('b.test/a/very/long/path'))
    expect(of('b.test/a')).toBeGreaterThan(of('b.test'))
    expect(of('b.test/a/b')).toBeGreaterThan(of('b.test/a'))
  })

  test.each(['', ' ', '/path', 'http://', '??', '.'])('%j is none', (text) => {
    expect(readSitePattern(text)).toBeNull()
  })
})
