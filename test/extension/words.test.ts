import { describe, expect, it } from 'vitest'
import { categoryWords } from '#extension/screens/words/category-words.ts'
import { fillIn } from '#extension/screens/words/fill-in.ts'
import { helpLines, helpLinesFor, type HelpLine } from '#extension/screens/words/help-lines.ts'
import { wordsFor } from '#extension/screens/words/words-for.ts'
import { Band } from '#shared/domain/audience.ts'
import { categoryIds } from '#shared/domain/category.ts'

const bands = Band.options

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as Record<string, unknown>).flatMap(textsOf)

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?:])\s+/u)

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}'\u2019{}-]+/gu) ?? []

/** Flesch-Kincaid school grade, with the usual count of vowel groups for syllables. */
function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsIn)
  const syllables = words.map((word) =>
    Math.max(
      1,
      (
        word
          .toLowerCase()
          .replace(/e$/u, '')
          .match(/[aeiouy]+/gu) ?? []
      ).length,
    ),
  )
  const total = syllables.reduce((sum, count) => sum + count, 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (total / words.length) - 15.59
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length

/** As the services publish them. */
const published = {
  Childline: '0800 1111',
  Samaritans: '116 123',
  'Papyrus HOPELINE247': '0800 068 4141, text 88247',
  Shout: 'text SHOUT to 85258',
  'NHS 111': '111',
  Beat: 'on line',
  FRANK: '0300 123 6600, text 82111',
  'Report Remove': 'on line',
  CEOP: 'on line',
  NSPCC: '0808 800 5000',
  'Professionals Online Safety Helpline': '0344 381 4772',
  'Anti-Bullying Alliance': 'on line',
  'ACT Early': '0800 011 3764',
  'True Vision': 'on line',
  'National Gambling Helpline': '0808 8020 133',
  Fearless: '0800 555 111',
}

function reachedAt({ call, text }: HelpLine): string {
  const byText =
    text && (text.word === undefined ? `text ${text.number}` : `text ${text.word} to ${text.number}`)
  return [call, byText].filter((part) => part !== undefined).join(', ') || 'on line'
}

describe('the words of every band', () => {
  it.each(bands)('%s says something everywhere and names only what is filled in', (band) => {
    const known = ['category', 'number', 'adult', 'teacher', 'who', 'count']
    for (const text of textsOf(wordsFor(band))) {
      expect(text.trim()).not.toBe('')
      for (const [, name] of text.matchAll(/\{(.*?)\}/gu)) expect(known).toContain(name)
    }
    expect(wordsFor(band).blocked.happened).toContain('{category}')
    expect(wordsFor(band).report.sent).toContain('{adult}')
    expect(wordsFor(band).popup.watched).toContain('{who}')
  })

  it.each(bands)('%s never accuses and never promises secrecy', (band) => {
    const all = textsOf(wordsFor(band)).join(' ').toLowerCase()
    expect(all).not.toMatch(
      /\b(?:secret|nobody else will|will not tell anyone|you broke|you tried to|forbidden|punish\w*)\b/u,
    )
  })

  it.each(bands)('%s is told what is kept of a blocked page, and that danger is told at any hour', (band) => {
    const { sometimes, outOfHoursOff } = wordsFor(band).seen
    expect(sometimes.join(' ')).toMatch(/(?:stop|blocked).*name/u)
    expect(outOfHoursOff).toMatch(/danger|hurt/u)
  })

  it('tells a pupil of every band that they are not in trouble', () => {
    for (const band of ['eyfs-y2', 'y3-y6', 'y7-y9', 'y10-y11', 'sixth'] as const) {
      expect(wordsFor(band).blocked.notInTrouble).toContain('You are not in trouble.')
    }
  })

  it('keeps a sentence for the youngest to eight words on average and twelve at most', () => {
    const lengths = textsOf(wordsFor('eyfs-y2'))
      .flatMap(sentencesOf)
      .map((sentence) => wordsIn(sentence).length)
    expect(mean(lengths)).toBeLessThanOrEqual(8)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(12)
  })

  it('reads harder from band to band', () => {
    const grades = (['eyfs-y2', 'y3-y6', 'y7-y9', 'y10-y11', 'sixth'] as const).map((band) =>
      gradeOf(textsOf(wordsFor(band))),
    )
    expect(grades).toEqual(grades.toSorted((one, other) => one - other))
    expect(grades[0]).toBeLessThan(2)
    expect(grades[1]).toBeLessThan(5)
    expect(grades[2]).toBeLessThan(7.5)
  })

  it('asks "I got here by accident" and "why is it blocked" in every band', () => {
    for (const band of bands) {
      const { report, blocked } = wordsFor(band)
      expect(new Set(Object.values(report.kinds)).size).toBe(5)
      expect(new Set(Object.values(blocked.why)).size).toBe(10)
    }
  })
})

describe('the names of categories', () => {
  it('stand inside a sentence for every category and band', () => {
    for (const id of categoryIds) {
      for (const band of bands) {
        const sentence = fillIn(wordsFor(band).blocked.happened, { category: categoryWords(id, band) })
        expect(sentence).not.toMatch(/[{}]|\s{2}/u)
      }
      expect(wordsIn(categoryWords(id, 'eyfs-y2')).length).toBeLessThanOrEqual(7)
    }
  })

  it('keep hard words from young children', () => {
    for (const id of categoryIds) {
      for (const band of ['eyfs-y2', 'y3-y6'] as const) {
        expect(categoryWords(id, band)).not.toMatch(/porn|nude|suicid|sex|terror|extremis|nudify/u)
      }
    }
  })

  it('throw when a value is missing', () => {
    expect(() => fillIn('Sent to {adult}.', {})).toThrow('{adult}')
  })
})

describe('help lines', () => {
  it('have the numbers that the services publish', () => {
    expect(Object.fromEntries(Object.values(helpLines).map((line) => [line.name, reachedAt(line)]))).toEqual(
      published,
    )
  })

  it('are there for whoever meets self-harm, in the order of urgency', () => {
    const names = helpLinesFor('self-harm', 'y7-y9').map(({ name }) => name)
    expect(names).toEqual(['Samaritans', 'Childline', 'Papyrus HOPELINE247', 'Shout', 'NHS 111'])
    expect(helpLinesFor('sexting', 'y10-y11').map(({ name }) => name)).toEqual([
      'Report Remove',
      'CEOP',
      'Childline',
    ])
    expect(helpLinesFor('self-harm', 'eyfs-y2').map(({ name }) => name)).toEqual(['Childline'])
    expect(helpLinesFor('self-harm', 'staff').map(({ name }) => name)).not.toContain('Childline')
    expect(helpLinesFor('games', 'y3-y6')).toEqual([])
  })

  it('never come out empty for somebody who looks for help, and every band names 999', () => {
    for (const band of bands) {
      expect(helpLinesFor(null, band).length).toBeGreaterThan(0)
      expect(wordsFor(band).help.emergency).toContain('999')
    }
  })
})
