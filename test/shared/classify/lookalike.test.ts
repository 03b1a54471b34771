import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { impersonatedHosts } from '#shared/classify/url/impersonated-hosts.ts'
import { lookalike, skeleton } from '#shared/classify/url/lookalike.ts'
import { hostInLetters } from '#shared/classify/url/punycode.ts'
import { readAddress } from '#shared/domain/address.ts'
import { bundleFile, opened } from '#test/support/list-bundles.ts'

const hostOf = (text: string): string => readAddress(`https://${text}/`)?.host ?? ''

describe('punycode', () => {
  it('is read as the platform reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (text) => {
        const host = hostOf(`${text}.test`)
        fc.pre(host !== '')
        expect(hostInLetters(host)).toBe(domainToUnicode(host))
      }),
      { numRuns: 2000 },
    )
    const words = ['bücher', '例え', 'пример', 'παράδειγμα', 'مثال', 'उदाहरण', '🦉', 'a-ü-b', '한국어']
    for (const word of words)
      expect(hostInLetters(hostOf(`${word}.${word}.test`))).toBe(`${word}.${word}.test`)
  })

  it('never throws, whatever stands behind xn--', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void hostInLetters(`xn--${text}.test`)))
    expect(hostInLetters('xn--99999999999.test')).toBe('xn--99999999999.test')
  })
})

test.each([
  ['аpple.com', 'apple.com', 'one Cyrillic letter'],
  ['аррӏе.com', 'apple.com', 'all of it Cyrillic'],
  ['www.раураӏ.com', 'paypal.com', 'below www'],
  ['login.microsоft.com', 'microsoft.com', 'a sub-domain'],
  ['gооgle.co.uk', 'google.co.uk', 'a country'],
  ['fаcebook.com', 'facebook.com', 'social'],
  ['ɢoogle.com', '', 'small capitals are not in the table of names'],
  ['instagrаm.com', 'instagram.com', 'm and an other letter'],
  ['ụps.com', 'ups.com', 'a dot below'],
  ['paypaĺ.com', 'paypal.com', 'an accent'],
  ['ｇoogle.com', '', 'full width is the same name'],
  ['g00gle.com', 'google.com', 'noughts'],
  ['paypa1.com', 'paypal.com', 'a one'],
  ['rnicrosoft.com', 'microsoft.com', 'r and n'],
  ['rnonzo.com', 'monzo.com', 'r and n'],
  ['klama.com', 'klarna.com', 'an m for r and n'],
  ['c1assdojo.com', 'classdojo.com', 'a school service'],
  ['parentpаy.com', 'parentpay.com', 'a school service'],
  ['раypal.net', 'paypal.com', 'mixed alphabets under another ending'],
  ['microsоft.login.test', 'microsoft.com', 'mixed alphabets in a label further left'],
])('%s is a double of %s: %s', (text, original) => {
  expect(lookalike(hostOf(text))?.original ?? '').toBe(original)
})

test.each([
  'google.com',
  'www.google.com',
  'mail.google.co.uk',
  'xn--e1afmkfd.xn--p1ai',
  'o2.co.uk',
  '1and1.com',
  '10minutemail.com',
  'arnazon.test',
  'bücher.de',
  'münchen.de',
  'köln.de',
  'café.fr',
  'société-générale.fr',
  'nestlé.com',
  'mañana.es',
  'são-paulo.br',
  'øl.dk',
  'smørrebrød.dk',
  'łódź.pl',
  'żółw.pl',
  'český.cz',
  'škoda.cz',
  'ırmak.com.tr',
  'işbank.com.tr',
  'ελλάδα.gr',
  'αθήνα.gr',
  'москва.рф',
  'яндекс.рф',
  'почта.рф',
  'правительство.рф',
  'сбербанк.рф',
  'україна.укр',
  'българия.бг',
  'հայաստան.հայ',
  'საქართველო.გე',
  'ישראל.co.il',
  'مصر.مصر',
  'ایران.ir',
  'भारत.भारत',
  'বাংলা.ভারত',
  'ไทย.ไทย',
  '中国.中国',
  '例え.jp',
  'ねこ.jp',
  'google日本.jp',
  'sony製品.jp',
  '한국.kr',
  '삼성.com',
  'việtnam.vn',
  'ñandú.cl',
  'ångström.se',
  'naïve.com',
  'façade.com',
  'straße.de',
  'сосо.com',
  'cеver.test',
])('%s is itself', (text) => {
  expect(lookalike(hostOf(text))).toBeNull()
})

describe('the well-known hosts', () => {
  it('are hosts, each once, and no two look alike', () => {
    expect(impersonatedHosts.filter((host) => hostOf(host) !== host)).toEqual([])
    expect(new Set(impersonatedHosts.map(skeleton)).size).toBe(impersonatedHosts.length)
    expect(impersonatedHosts.length).toBeGreaterThan(200)
  })

  it('are never doubles themselves, nor is anything below them', () => {
    for (const host of impersonatedHosts) expect(lookalike(`a1.rn.${host}`)).toBeNull()
  })
})

describe('a double', () => {
  const classify = urlClassifier([opened(bundleFile([['g00gle.com', ['education']]]))])
  const evidence = (text: string) => classify(`https://${text}/`).evidence

  it('is phishing, and says whose double it is', () => {
    expect(evidence('paypa1.com')).toEqual([
      {
        category: 'phishing',
        source: 'address',
        rule: 'paypa1.com (looks like paypal.com)',
        list: 'address',
      },
    ])
  })

  it('that a list knows as safe is left alone', () => {
    expect(evidence('g00gle.com').map(({ category }) => category)).toEqual(['education'])
  })
})
