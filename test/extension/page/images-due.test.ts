import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchDue } from '#extension/page/images-due.ts'
import { Seeing } from './seeing.ts'

function world() {
  const told = vi.fn<(picture: Element) => void>()
  const due = watchDue(told)
  return {
    told,
    due,
    near: Seeing.around('400px'),
    view: Seeing.around(undefined),
    picture: document.createElement('img'),
  }
}

beforeEach(() => vi.stubGlobal('IntersectionObserver', Seeing))
afterEach(() => vi.unstubAllGlobals())

it('a picture is due as soon as it is near the view', () => {
  const { told, due, near, view, picture } = world()
  due.follow(picture)
  near.see(picture, false)
  expect(told).not.toHaveBeenCalled()
  near.see(picture, true)
  expect(told).toHaveBeenCalledExactlyOnceWith(picture)
  expect(due.isDue(picture)).toBe(true)
  expect(view.targets.size).toBe(0)
})

it('while the battery is spared it is due when it is in view, and no more when it has left it', () => {
  const { told, due, near, view, picture } = world()
  due.spare(true)
  due.follow(picture)
  near.see(picture, true)
  expect(due.isDue(picture)).toBe(false)
  told.mockClear()
  view.see(picture, true)
  expect(told).toHaveBeenCalledExactlyOnceWith(picture)
  expect(due.isDue(picture)).toBe(true)
  view.see(picture, false)
  expect(due.isDue(picture)).toBe(false)
  view.see(picture, true)
  near.see(picture, false)
  expect(due.isDue(picture)).toBe(false)
  expect(view.targets.size).toBe(0)
})

it('what waits when sparing begins is due only in view, and all that is near is told of when it ends', () => {
  const { told, due, near, view, picture } = world()
  const below = document.createElement('img')
  for (const each of [picture, below]) {
    due.follow(each)
    near.see(each, true)
  }
  due.spare(true)
  view.see(picture, true)
  view.see(below, false)
  expect([picture, below].map((each) => due.isDue(each))).toEqual([true, false])
  told.mockClear()
  due.spare(false)
  expect(told.mock.calls).toEqual([[picture], [below]])
  expect(due.isDue(below)).toBe(true)
  expect(view.targets.size).toBe(0)
})
