import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textOfBase64 } from '#shared/base/base64-text.ts'

it('reads what the platform writes, in both alphabets, padded or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const bytes = Buffer.from(text)
      const standard = bytes.toString('base64')
      for (const written of [standard, standard.replace(/=+$/, ''), bytes.toString('base64url')]) {
        expect(textOfBase64(written)).toBe(text)
      }
    }),
  )
  expect(textOfBase64('aHR0cDovL2EvPz4_')).toBe('http://a/?>?')
  expect(textOfBase64('Pj4-')).toBe('>>>')
})

it('answers null for what is no base64 and for what is no text', () => {
  expect(['a b', 'é', '%41', '/w=='].map(textOfBase64)).toEqual([null, null, null, null])
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void textOfBase64(text)))
})
