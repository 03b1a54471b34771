import { expect, test } from 'vitest'
import { nextTile } from '#console/ui/tile-steps.ts'

/** Eight tiles in rows of three: 0 1 2 / 3 4 5 / 6 7. */
const boxes = Array.from({ length: 8 }, (_, index) => ({ top: Math.floor(index / 3) * 100 }))

test.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [7, 'ArrowRight', 7],
  [0, 'ArrowLeft', 0],
  [1, 'ArrowDown', 4],
  [5, 'ArrowDown', 5],
  [4, 'ArrowUp', 1],
  [1, 'ArrowUp', 1],
  [4, 'Home', 0],
  [4, 'End', 7],
])('from %i, %s goes to %i', (from, key, to) => {
  expect(nextTile(boxes, from, key, false)).toBe(to)
})

test('right and left change places where the page reads from the right', () => {
  expect(nextTile(boxes, 1, 'ArrowLeft', true)).toBe(2)
  expect(nextTile(boxes, 1, 'ArrowRight', true)).toBe(0)
})

test('other keys and an empty grid move nothing', () => {
  expect(nextTile(boxes, 1, 'x', false)).toBeUndefined()
  expect(nextTile([], 0, 'End', false)).toBeUndefined()
})
