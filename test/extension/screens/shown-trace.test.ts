import { describe, expect, it } from 'vitest'
import { shownTrace } from '#extension/screens/blocked/shown-trace.ts'
import { Band } from '#shared/domain/audience.ts'

const violence = { from: 'page text', found: '“words that ” is one should not read” is violence' }
const method = { from: 'page text', found: '“one way ” is drugs\nand another” is self-harm' }
const others = [
  { from: 'search', found: '“how to cut” is self-harm' },
  { from: 'policy 3', found: 'blocks self-harm (school-day)' },
]
const foundBy = (band: Band, ...steps: (typeof violence)[]): string[] =>
  shownTrace([...steps, ...others], band).map(({ from, found }) => `${from}: ${found}`)
const ofOthers = (name: string): string[] => [
  `Search: “how to cut” counts as ${name}`,
  `School’s policy (version 3): blocks ${name} in the school day`,
]

describe('the trace on a block screen', () => {
  it('spares the youngest the words of the page, and nothing else; grown-ups read that of EYFS to Year 2', () => {
    expect(foundBy('y3-y6', violence)).toEqual([
      'Words on the page: what it says counts as violence',
      ...ofOthers('people hurting themselves'),
    ])
    expect(foundBy('eyfs-y2', violence)).toEqual([
      'Words on the page: what it says counts as graphic violence',
      ...ofOthers('self-harm or suicide'),
    ])
  })

  it.each(Band.options.filter((band) => band !== 'staff'))(
    'repeats no words of a page to %s where the category is a grave one',
    (band) => {
      const [said] = foundBy(band, method)
      expect(said).toMatch(/^Words on the page: what it says counts as [a-z- ]+$/)
    },
  )

  it('shows older pupils the words of lesser harm, and staff all of them', () => {
    expect(foundBy('y7-y9', violence)[0]).toBe(
      'Words on the page: “words that ” is one should not read” counts as violence',
    )
    expect(foundBy('sixth', violence)[0]).toContain('“words that ” is one should not read”')
    expect(foundBy('staff', method)).toEqual([
      'Words on the page: “one way ” is drugs\nand another” counts as self-harm or suicide',
      ...ofOthers('self-harm or suicide'),
    ])
  })
})
