import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import RelativeTime from '#console/ui/RelativeTime.vue'
import SeverityMark from '#console/ui/SeverityMark.vue'
import StatusDot from '#console/ui/StatusDot.vue'

test('each level has a shape of its own, its number, and its name even when compact', () => {
  const levels = ([1, 2, 3, 4] as const).map((level) =>
    mount(SeverityMark, { props: { level, label: `Level ${level}`, compact: true } }),
  )
  expect(new Set(levels.map((mark) => mark.get('path').attributes('d'))).size).toBe(4)
  expect(levels.map((mark) => mark.get('text').text())).toEqual(['1', '2', '3', '4'])
  expect(levels.map((mark) => mark.get('.visually-hidden').text())).toEqual([
    'Level 1',
    'Level 2',
    'Level 3',
    'Level 4',
  ])
})

test('each state of a dot has a shape of its own and is said though hidden', () => {
  const tones = ['good', 'info', 'warn', 'danger', 'off'] as const
  const dots = tones.map((tone) => mount(StatusDot, { props: { tone, label: tone, hideLabel: true } }))
  expect(new Set(dots.map((dot) => dot.get('svg').element.innerHTML)).size).toBe(5)
  expect(dots.map((dot) => dot.text())).toEqual([...tones])
})

test('relative time follows the clock it is given', async () => {
  const time = mount(RelativeTime, {
    props: { at: 1_800_000_000_000, now: 1_800_000_030_000, form: 'short' },
  })
  expect(time.text()).toBe('30 s')
  await time.setProps({ now: 1_800_000_120_000 })
  expect(time.text()).toBe('2 min')
  expect(time.attributes('datetime')).toBe('2027-01-15T08:00:00.000Z')
})
