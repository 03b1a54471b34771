import { describe, expect, it } from 'vitest'
import { excerpt } from '#shared/classify/text/excerpt.ts'

/** The excerpt around a word of a text. */
const around = (text: string, words: string): string => {
  const start = text.indexOf(words)
  return excerpt(text, { start, end: start + words.length })
}
const filler = 'and then the weather was fine '

describe('the words that a flag carries', () => {
  it('are all of a short text', () => {
    expect(around('I will hide it', 'hide')).toBe('I will hide it')
  })

  it('are cut at words, with a sign where something is left out', () => {
    const told = around(`${filler.repeat(9)}here it STANDS now ${filler.repeat(9)}`, 'STANDS')
    expect(told).toMatch(/^…\S.*here it STANDS now.*\S…$/u)
    expect(told.length).toBeLessThan(60 + 6 + 60 + 3)
    for (const word of told.slice(1, -1).split(' ')) expect(`${filler}here it STANDS now`).toContain(word)
  })

  it.each([
    ['a short span', `${'x '.repeat(500)}SPAN${' x'.repeat(500)}`, 'SPAN'],
    [
      'a span that is too long itself',
      `${filler.repeat(9)}${'SPAN '.repeat(90)}${filler}`,
      'SPAN '.repeat(90),
    ],
    ['words without an end', 'W'.repeat(1000), 'W'.repeat(700)],
    [
      'a span of just as much as there is room',
      `${filler.repeat(9)}${'S'.repeat(198)} ${filler}`,
      'S'.repeat(198),
    ],
  ])('are never more than 200: %s', (_, text, words) => {
    const told = around(text, words)
    expect(told.length).toBeLessThanOrEqual(200)
    expect(told).toContain(words.slice(0, 150))
  })

  it('stand on one line, and no letter of theirs is cut in two', () => {
    const text = `${'😀'.repeat(30)} first\n\n  second\tTHIRD ${'😀'.repeat(80)}`
    const told = around(text, 'THIRD')
    expect(told).toContain('first second THIRD')
    expect(told).not.toMatch(/\p{Surrogate}/u)
  })
})
