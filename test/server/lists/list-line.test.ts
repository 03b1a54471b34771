import { describe, expect, it } from 'vitest'
import { readListLine } from '#server/services/lists/list-line.ts'

const sites = (line: string): readonly string[] | string => {
  const read = readListLine(line)
  return read === 'nothing' ? read : 'refused' in read ? read.refused : read.sites
}

describe('a line of a list', () => {
  it.each([
    ['casino.test.example.com', 'casino.test.example.com'],
    ['Casino.Example.COM', 'casino.example.com'],
    ['  casino.example.com.  ', 'casino.example.com'],
    ['https://user:secret@casino.example.com:8443/', 'casino.example.com'],
    ['casino.example.com:8080', 'casino.example.com'],
    ['*.casino.example.com', 'casino.example.com'],
    ['.casino.example.com', 'casino.example.com'],
    ['casino.example.com/Slots/', 'casino.example.com/slots'],
    ['casino.example.com/play?Game=Dice', 'casino.example.com/play?game=Dice'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['i❤.ws', 'xn--i-7iq.ws'],
    ['8.8.8.8', '8.8.8.8'],
    ['http://[2001:db8::1]/', '2001:db8::1'],
    ['casino.example.com # open late', 'casino.example.com'],
    ['casino.example.com#late', 'casino.example.com'],
    ['0.0.0.0 casino.example.com', 'casino.example.com'],
    ['127.0.0.1\tcasino.example.com', 'casino.example.com'],
    ['::1 casino.example.com', 'casino.example.com'],
    ['||casino.example.com^', 'casino.example.com'],
    ['||casino.example.com^$document', 'casino.example.com'],
    ['||casino.example.com/slots^', 'casino.example.com/slots'],
    ['address=/casino.example.com/0.0.0.0', 'casino.example.com'],
    ['server=/casino.example.com/', 'casino.example.com'],
    ['local-zone: "casino.example.com" always_nxdomain', 'casino.example.com'],
    ['casino.example.com CNAME .', 'casino.example.com'],
    ['*.casino.example.com 300 IN CNAME rpz-drop.', 'casino.example.com'],
  ])('%s names %s', (line, site) => {
    expect(sites(line)).toEqual([site])
  })

  it('may name several sites of a hosts file or of dnsmasq', () => {
    expect(sites('0.0.0.0 one.example.com two.example.com')).toEqual(['one.example.com', 'two.example.com'])
    expect(sites('address=/one.example.com/two.example.com/::')).toEqual([
      'one.example.com',
      'two.example.com',
    ])
  })

  it.each([
    '',
    '   ',
    '# casino.example.com',
    '! casino.example.com',
    '; a zone',
    '[Adblock Plus 2.0]',
    '127.0.0.1 localhost',
    '::1 ip6-loopback',
    '$TTL 60',
    '@ SOA localhost. root.localhost. 1 2 3 4 5',
  ])('%s says nothing', (line) => {
    expect(sites(line)).toBe('nothing')
  })

  it.each([
    ['<a href="http://casino.example.com">', 'markup'],
    ['casino.example.com##.banner', 'cosmetic'],
    ['casino.example.com#@#.banner', 'cosmetic'],
    ['casino.example.com#?#div:has(a)', 'cosmetic'],
    ['||casino.example.com^$third-party', 'limited'],
    ['||casino.*^', 'wildcard'],
    ['casino.*.example.com', 'wildcard'],
    ['|http://casino.example.com|', 'pattern'],
    ['@@/banner/', 'pattern'],
    ['🔞 adults only', 'pattern'],
    ['casino example.com', 'pattern'],
    ['/banner/ads.js', 'no-host'],
    ['casino..example.com', 'no-host'],
    ['-casino.example.com', 'no-host'],
    ['casino', 'single-label'],
    ['com', 'single-label'],
    ['192.168.1.1', 'local-address'],
    ['http://[::1]/', 'local-address'],
    ['0x7f.1', 'no-host'],
    ['https://casino.example.com/#/slots', 'fragment'],
    ['casino\u0000.example.com', 'not-text'],
    ['casino\ufffd.example.com', 'not-text'],
  ])('%s is refused', (line, reason) => {
    expect(sites(line)).toBe(reason)
  })

  it('is refused when a label or the whole is longer than names may be', () => {
    expect(sites(`${'a'.repeat(300)}.example.com`)).toBe('too-long')
    expect(sites(`${'a'.repeat(64)}.example.com`)).toBe('too-long')
    expect(sites(`${'a'.repeat(63)}.example.com`)).toEqual([`${'a'.repeat(63)}.example.com`])
    expect(sites(`casino.example.com/${'a'.repeat(5000)}`)).toBe('too-long')
  })

  it('may take a site back', () => {
    expect(readListLine('@@||casino.example.com^')).toEqual({ sites: ['casino.example.com'], except: true })
    expect(readListLine('casino.example.com CNAME rpz-passthru.')).toEqual({
      sites: ['casino.example.com'],
      except: true,
    })
  })
})
