import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentWithin } from '#shared/domain/clock-stretch.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { clockStretch, localMoment, periodAt } from '#shared/policy/schedule.ts'

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

const hour = 3_600_000

test.each([
  ['Europe/London', '2026-03-29T01:00:00Z', 0, 60],
  ['Europe/London', '2026-10-25T01:00:00Z', 60, 0],
  ['America/New_York', '2026-11-01T06:00:00Z', -240, -300],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 660, 630],
  ['Africa/Casablanca', '2026-02-15T02:00:00Z', 60, 0],
])('%s: a stretch of known clocks ends before they change at %s', (zone, at, before, after) => {
  const change = Date.parse(at)
  for (const early of [30 * hour, 5 * hour, 1, 0]) {
    const stretch = clockStretch(change - early - 1, zone)
    expect(stretch.aheadMinutes).toBe(before)
    expect(stretch.until).toBeLessThanOrEqual(change)
  }
  expect(clockStretch(change, zone)).toMatchObject({ aheadMinutes: after, until: change + 240 * hour })
})

test('clocks known already show what the platform would have said', () => {
  const zones = [
    'Europe/London',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'Pacific/Marquesas',
    'Nowhere/Atlantis',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2037, 0) }),
      fc.integer({ min: 0, max: 240 * hour - 1 }),
      (zone, from, later) => {
        const stretch = clockStretch(from, zone)
        const at = from + later
        expect(momentWithin(stretch, at, zone)).toEqual(at < stretch.until ? localMoment(at, zone) : null)
      },
    ),
  )
})

test('known clocks count for their own zone and time only', () => {
  const at = Date.parse('2026-11-18T10:00:00Z')
  const wrong = { timeZone: 'Europe/London', from: at, until: at + hour, aheadMinutes: 600 }
  expect(periodAt(at, schedule, false, wrong)).toBe('out-of-hours')
  expect(periodAt(at + hour, schedule, false, wrong)).toBe('school-day')
  expect(periodAt(at - 1, schedule, false, wrong)).toBe('school-day')
  expect(periodAt(at, schedule, false, { ...wrong, timeZone: 'Europe/Paris' })).toBe('school-day')
})
