import { expect, test } from 'vitest'
import { initials, steadyIndex } from '#console/ui/initials.ts'

test.each([
  ['Ruth Okafor', 'RO'],
  ['  ella  rose fitzgerald-montgomery ', 'EF'],
  ['Cher', 'C'],
  ['Élodie 李', 'É李'],
  ['', ''],
])('%j is drawn as %j', (name, drawn) => {
  expect(initials(name)).toBe(drawn)
})

test('the same name keeps its colour', () => {
  const index = steadyIndex('Ruth Okafor', 5)
  expect(index).toBe(steadyIndex('Ruth Okafor', 5))
  expect(index).toBeGreaterThanOrEqual(0)
  expect(index).toBeLessThan(5)
})
