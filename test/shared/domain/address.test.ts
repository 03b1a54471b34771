import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readAddress } from '#shared/domain/address.ts'
import vectors from '#test/vectors/addresses.json' with { type: 'json' }

describe('readAddress', () => {
  test.each(vectors)('$why: $url', ({ url, host, path }) => {
    const address = readAddress(url)
    expect(address?.host ?? null).toBe(host)
    expect(address?.path ?? null).toBe(path)
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readAddress(text)))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readAddress(`http://${text}`)))
  })

  it('reads a host of nothing but dots as fast as any other', () => {
    expect(readAddress(`http://${'.'.repeat(200_000)}a/`)?.host).toHaveLength(200_001)
    expect(readAddress(`http://a${'.'.repeat(200_000)}/`)?.host).toBe('a')
  })

  it('is settled: reading what it wrote changes nothing', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const once = readAddress(url)
        if (!once) return
        const again = readAddress(`http://${once.host}${once.path}?${once.query}`)
        expect(again).toEqual(once)
      }),
    )
  })

  it('sees through case, userinfo, port and trailing dots of any host', () => {
    fc.assert(
      fc.property(
        fc.domain(),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 65535 }),
        (host, upper, dot, port) => {
          const spelled = (upper ? host.toUpperCase() : host) + (dot ? '.' : '')
          expect(readAddress(`http://someone:else@${spelled}:${port}/`)?.host).toBe(
            readAddress(`http://${host}/`)?.host,
          )
        },
      ),
    )
  })
})
