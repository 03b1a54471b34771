import { expect, test } from 'vitest'
import { elapsed } from '#console/ui/elapsed.ts'

const now = 1_800_000_000_000

test.each([
  [0, 'now', 'just now'],
  [4_999, 'now', 'just now'],
  [5_000, '5 s', 'less than a minute ago'],
  [59_999, '59 s', 'less than a minute ago'],
  [60_000, '1 min', '1 minute ago'],
  [59 * 60_000 + 59_000, '59 min', '59 minutes ago'],
  [3_600_000, '1 h', '1 hour ago'],
  [2 * 86_400_000, '2 d', '2 days ago'],
])('%i ms gone by reads %s and %s', (goneMs, short, long) => {
  expect(elapsed(now - goneMs, now, 'short')).toBe(short)
  expect(elapsed(now - goneMs, now, 'long')).toBe(long)
})

test('a clock that runs ahead never counts backwards', () => {
  expect(elapsed(now + 90_000, now, 'short')).toBe('now')
})
