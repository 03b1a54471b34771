import { expect, it, vi } from 'vitest'
import { lookForMoves } from '#extension/page/moves.ts'

it('notices a move without a load, and none by itself', async () => {
  vi.useFakeTimers()
  const moved = vi.fn(() => Promise.reject(new Error('no worker')))
  lookForMoves(window, moved)
  await vi.advanceTimersByTimeAsync(1100)
  expect(moved).not.toHaveBeenCalled()
  history.pushState(null, '', `${location.href}#next`)
  await vi.advanceTimersByTimeAsync(600)
  expect(moved).toHaveBeenCalledOnce()
  vi.useRealTimers()
})
