import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFold } from '#shared/classify/text/fold/tokens.ts'

const core = new Set(
  'i want to kill myself die suicide porn nudes fuck ass hate women muslims secret'.split(' '),
)
const common = new Set('the cat sat assembly happy new year on mat'.split(' '))
const fold = createFold({ isCore: (word) => core.has(word), isCommon: (word) => common.has(word) })
const wordsOf = (text: string) => fold(text, true).words.join(' ')

describe('a text is folded into the words that it says', () => {
  it.each([
    ['capitals and accents', 'I WÀNT to dÍe', 'i want to die'],
    ['full width and mathematical letters', 'ｐｏｒｎ 𝗻𝘂𝗱𝗲𝘀', 'porn nudes'],
    ['letters of another alphabet inside a word', 'і wаnt tо kіll mуѕеlf', 'i want to kill myself'],
    ['zero-width characters inside words', 's\u200bu\u200di\u2060cide', 'suicide'],
    ['digits and signs for letters', 'k1ll p0rn $uicide @ss', 'kill porn suicide ass'],
    ['stars for letters', 'f**k f***', 'fuck fuck'],
    ['letters with spaces between them', 's u i c i d e', 'suicide'],
    ['letters with dots or dashes between them', 'f.u.c.k to k-i-l-l', 'fuck to kill'],
    ['a pronoun before spaced letters', 'I h a t e women', 'i hate women'],
    ['two spaced words with a wider gap', 'H A P P Y   N E W', 'happy new'],
    ['stretched letters', 'dieeeee fuuuuck', 'die fuck'],
    ['text-speak', 'kms', 'kill myself'],
    ['a slip of the finger', 'I haet secrt', 'i hate secret'],
    ['words run together', 'Ihatewomen', 'i hate women'],
    ['an emoji that says a word', '🔫', 'gun'],
    ['a word said again and again', 'die die die die die', 'die die'],
    ['words said again and again', 'I want I want I want I want to die', 'i want i want to die'],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toBe(words)
  })

  it.each([
    ['honest words of another alphabet', 'завтра контрольная', 'завтра контрольная'],
    ['numbers', 'on 14 88', 'on 14 88'],
    ['common words that are one slip from a core word', 'the mat', 'the mat'],
    ['an emoji that says nothing', '😀', '😀'],
    ['words said twice', 'die die', 'die die'],
    ['words that are sentences of their own', 'cat. cat. cat. cat', 'cat cat cat cat'],
  ])('%s stay as they are', (_, text, words) => {
    expect(wordsOf(text)).toBe(words)
  })

  it('a sentence ends at its stop or at a line’s end, not inside a word', () => {
    expect(fold('the cat. the mat\nf.u.c.k on! i', true).sentences).toEqual([0, 2, 4, 6, 7])
  })
})

describe('the way back to the text as it was given', () => {
  it('names the whole disguise', () => {
    const text = 'so: s u i c i d e now'
    const { words, starts, ends } = fold(text, true)
    const at = words.indexOf('suicide')
    expect(text.slice(starts[at], ends[at])).toBe('s u i c i d e')
  })

  it('goes from words said again and again to all that was said', () => {
    const text = 'so die die die die now'
    const { words, starts, ends } = fold(text, true)
    const first = words.indexOf('die')
    expect(text.slice(starts[first], ends[first + 1])).toBe('die die die die')
  })

  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
  const surrogates = fc.string({
    unit: fc.constantFrom('\ud800', '\udc00', 'a', ' ', '.', '🔫', 'ѕ', '\u202e'),
  })

  it('holds for every text, lone surrogates and direction marks included', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, surrogates), fc.boolean(), (text, mends) => {
        const { words, starts, ends, sentences } = fold(text, mends)
        expect(starts).toHaveLength(words.length)
        expect(ends).toHaveLength(words.length)
        for (const [at, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0)
          expect(ends[at]).toBeGreaterThan(start)
          expect(ends[at]).toBeLessThanOrEqual(text.length)
        }
        expect(sentences.at(-1)).toBe(words.length)
        expect(sentences).toEqual(sentences.toSorted((a, b) => a - b))
      }),
    )
  })

  it('folding plain words again changes nothing', () => {
    const plain = fc.array(fc.constantFrom(...core, ...common), { minLength: 1 })
    fc.assert(
      fc.property(plain, (words) => {
        const once = fold(words.join(' '), true).words
        expect(fold(once.join(' '), true).words).toEqual(once)
      }),
    )
  })
})
