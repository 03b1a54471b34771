import { describe, expect, it, vi } from 'vitest'
import { createAsking } from '#extension/page/images-asking.ts'
import type { PictureResult } from '#extension/page/picture-watch.ts'

const fine: PictureResult = { result: 'fine', mayReveal: true }

describe('pictures of one page', () => {
  it('are asked about once each, two at a time', async () => {
    const ask = createAsking()
    const waiting: (() => void)[] = []
    const look = vi.fn(async () => {
      await new Promise<void>((resolve) => void waiting.push(resolve))
      return fine
    })
    const all = ['a', 'b', 'a', 'c', 'a'].map((url) => ask(url, look))
    expect(look).toHaveBeenCalledTimes(2)
    waiting.shift()?.()
    await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(3))
    for (const go of waiting) go()
    expect(await Promise.all(all)).toEqual([fine, fine, fine, fine, fine])
    expect(look).toHaveBeenCalledTimes(3)
  })

  it('go on after one that failed', async () => {
    const ask = createAsking()
    const failing = [1, 2].map((each) => ask(String(each), () => Promise.reject(new Error('gone'))))
    expect(await Promise.allSettled(failing)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    expect(await ask('3', async () => fine)).toEqual(fine)
  })

  it('are asked about again when their look was put off', async () => {
    const ask = createAsking()
    const putOff = async (): Promise<null> => null
    expect(await Promise.all(['a', 'a', 'b', 'c'].map((url) => ask(url, putOff)))).toEqual(
      Array.from({ length: 4 }, () => null),
    )
    expect(await ask('a', async () => fine)).toEqual(fine)
    expect(await ask('a', putOff)).toEqual(fine)
  })
})
