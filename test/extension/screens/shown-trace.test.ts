import { describe, expect, it } from 'vitest'
import { shownTrace } from '#extension/screens/blocked/shown-trace.ts'

const trace = [
  { from: 'page text', found: '“words that ” is one should not read” is violence' },
  { from: 'search', found: '“fight videos” is violence' },
  { from: 'policy 3', found: 'blocks violence (school-day)' },
]

describe('the trace on a block screen', () => {
  it('spares the youngest the words of the page, and nothing else', () => {
    for (const band of ['eyfs-y2', 'y3-y6'] as const)
      expect(shownTrace(trace, band)).toEqual([
        { from: 'page text', found: 'what it says is violence' },
        ...trace.slice(1),
      ])
  })

  it('is whole for everybody else', () => {
    for (const band of ['y7-y9', 'sixth', 'staff'] as const) expect(shownTrace(trace, band)).toEqual(trace)
  })
})
