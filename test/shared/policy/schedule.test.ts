import { expect, test } from 'vitest'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { periodAt } from '#shared/policy/schedule.ts'

const { schedule } = baselinePolicy

test.each([
  ['a Wednesday morning', '2026-11-18T10:00:00Z', 'school-day'],
  ['before the day begins', '2026-11-18T08:14:00Z', 'out-of-hours'],
  ['as it begins', '2026-11-18T08:15:00Z', 'school-day'],
  ['as it ends', '2026-11-18T16:00:00Z', 'out-of-hours'],
  ['a Sunday', '2026-11-22T10:00:00Z', 'out-of-hours'],
  ['summer time: 07:30 UTC is 08:30 in London', '2026-06-17T07:30:00Z', 'school-day'],
  ['the hour that summer time takes away', '2026-03-29T01:30:00Z', 'out-of-hours'],
])('%s', (_, at, period) => {
  expect(periodAt(Date.parse(at), schedule, false)).toBe(period)
})

test('an open lesson comes first', () => {
  expect(periodAt(Date.parse('2026-11-22T22:00:00Z'), schedule, true)).toBe('lesson')
})

test('an unknown time zone counts as UTC', () => {
  expect(
    periodAt(Date.parse('2026-11-18T10:00:00Z'), { ...schedule, timeZone: 'Nowhere/Atlantis' }, false),
  ).toBe('school-day')
})
