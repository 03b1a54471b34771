import { describe, expect, it } from 'vitest'
import { createTold } from '#extension/page/told.ts'

describe('what was told', () => {
  it('is never told twice, and numbers alone say nothing', () => {
    const told = createTold()
    expect(told.news('  A  sentence\n of words ')).toBe('A sentence of words')
    expect(told.news('A sentence of words')).toBe('')
    expect(told.news('12:34:56 €7.00')).toBe('')
    expect(told.news('k.y.s')).toBe('k.y.s')
  })

  it('is cut to the heads of paragraphs when there has been a book of it', () => {
    const told = createTold()
    for (let n = 0; n < 110; n++) told.news(`${n} ${'words and more '.repeat(140)}`)
    expect(told.news(`late ${'words and more '.repeat(140)}`)).toHaveLength(300)
  })

  it('ends with the end of what was left out, once, and not without end', () => {
    const told = createTold()
    const paragraph = (n: number) => `${n} ${'words and more '.repeat(1000)} the end of ${n}.`
    let length = 0
    for (let n = 0; n < 30; n++) length += told.news(paragraph(n)).length
    const end = told.end()
    expect(end).toHaveLength(50_000)
    expect(end).toMatch(/the end of 28\.\n.*the end of 29\.\n$/su)
    expect(length + end.length).toBeLessThan(207_000)
    expect(told.end()).toBe('')
    told.news(paragraph(30))
    expect(told.end()).toBe('')
  })

  it('is all of a page that is not too long, whatever its order', () => {
    const told = createTold()
    const paragraphs = Array.from(
      { length: 12 },
      (_, n) => `${n} ${'words and more '.repeat(1000)}end of ${n}.`,
    )
    const heads = paragraphs.map((paragraph) => told.news(paragraph)).join('\n')
    const all = `${heads}\n${told.end()}`
    for (let n = 0; n < 12; n++) expect(all).toContain(`end of ${n}.`)
  })
})
