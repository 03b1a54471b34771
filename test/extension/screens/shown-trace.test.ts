import { describe, expect, it } from 'vitest'
import { shownTrace } from '#extension/screens/blocked/shown-trace.ts'
import { Band } from '#shared/domain/audience.ts'

const violence = { from: 'page text', found: '“words that ” is one should not read” is violence' }
const method = { from: 'page text', found: '“one way ” is drugs\nand another” is self-harm' }
const others = [
  { from: 'search', found: '“how to cut” is self-harm' },
  { from: 'policy 3', found: 'blocks self-harm (school-day)' },
]

describe('the trace on a block screen', () => {
  it('spares the youngest the words of the page, and nothing else', () => {
    for (const band of ['eyfs-y2', 'y3-y6'] as const)
      expect(shownTrace([violence, ...others], band)).toEqual([
        { from: 'page text', found: 'what it says is violence' },
        ...others,
      ])
  })

  it.each(Band.options.filter((band) => band !== 'staff'))(
    'repeats no words of a page to %s where the category is a grave one',
    (band) => {
      expect(shownTrace([method, ...others], band)).toEqual([
        { from: 'page text', found: 'what it says is self-harm' },
        ...others,
      ])
    },
  )

  it('shows older pupils the words of lesser harm, and staff all of them', () => {
    for (const band of ['y7-y9', 'sixth'] as const)
      expect(shownTrace([violence, ...others], band)).toEqual([violence, ...others])
    expect(shownTrace([violence, method, ...others], 'staff')).toEqual([violence, method, ...others])
  })
})
