import { expect, describe, it, vi } from 'vitest'
import type { Look, ModelProcess } from '#extension/pictures/model-process.ts'
import { preferQuicker } from '#extension/pictures/quicker-model.ts'

const neutral = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 }
const nearly = { ...neutral, neutral: 0.99, sexy: 0.01 }
const rgb = new Uint8Array(3)

/** A plain model that takes 50 ms and another one; the clock runs only while a model looks. */
function models(change: { hasGpu?: boolean; ms?: number; saw?: Look; hangs?: boolean } = {}) {
  const { hasGpu = true, ms = 10, saw = nearly, hangs = false } = change
  const other = { ms, saw, hangs }
  const battery = { isLow: false }
  let now = 0
  const late: (() => void)[] = []
  const modelOf = (look: () => Promise<Look>) => ({
    look: vi.fn<ModelProcess['look']>(look),
    rest: vi.fn(),
    end: vi.fn(),
  })
  const plain = modelOf(async () => {
    now += 50
    return neutral
  })
  const gpu = modelOf(async () => {
    now += other.ms
    return other.hangs ? new Promise(() => undefined) : other.saw
  })
  const model = preferQuicker(plain, gpu, {
    now: () => now,
    hasGpu: async () => hasGpu,
    isSparing: () => battery.isLow,
    after(_, run) {
      late.push(run)
      return () => void late.splice(late.indexOf(run), 1)
    },
  })
  const look = async (pictures: number): Promise<Look[]> => {
    const found: Look[] = []
    for (let picture = 0; picture < pictures; picture++) found.push(await model.look(rgb))
    // What was found out about the other model settles.
    await new Promise((resolve) => setTimeout(resolve))
    return found
  }
  return { model, plain, gpu, other, battery, look, tooLate: () => late.splice(0).forEach((run) => run()) }
}

describe('two models as one', () => {
  it('the other one is tried out only after twenty pictures, and from then on looks alone', async () => {
    const { plain, gpu, look } = models()
    await look(19)
    expect(gpu.look).not.toHaveBeenCalled()
    await look(1)
    expect(gpu.look).toHaveBeenCalledTimes(2)
    expect(plain.rest).toHaveBeenCalledTimes(1)
    expect(await look(2)).toEqual([nearly, nearly])
    expect(plain.look).toHaveBeenCalledTimes(20)
  })

  it('while the battery is low the other one is not tried out, and one that looks already goes on', async () => {
    const { plain, gpu, battery, look } = models()
    battery.isLow = true
    await look(25)
    expect(gpu.look).not.toHaveBeenCalled()
    battery.isLow = false
    await look(1)
    expect(gpu.look).toHaveBeenCalledTimes(2)
    battery.isLow = true
    expect(await look(1)).toEqual([nearly])
    expect(plain.look).toHaveBeenCalledTimes(26)
  })

  it('the plain one rests as soon as it has looked at what it had in hand when the other one took over', async () => {
    const { plain, model, look } = models()
    const answer: (() => void)[] = []
    plain.look.mockImplementationOnce(() => new Promise((resolve) => answer.push(() => resolve(neutral))))
    const inHand = model.look(rgb)
    await look(20)
    plain.rest.mockClear()
    answer[0]?.()
    expect(await inHand).toEqual(neutral)
    expect(plain.rest).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['there is no graphics processor', { hasGpu: false }, 0],
    ['it is slower', { ms: 60 }, 2],
    ['it sees something else', { saw: { ...neutral, neutral: 0.97, sexy: 0.03 } }, 2],
    ['it makes no sense', { saw: { noModel: 'the model is damaged' } }, 1],
  ] as const)('where %s the plain one goes on, and the other is given up', async (_, change, looks) => {
    const { plain, gpu, look } = models(change)
    await look(30)
    expect(gpu.look).toHaveBeenCalledTimes(looks)
    expect(gpu.end).toHaveBeenCalled()
    expect(plain.look).toHaveBeenCalledTimes(30)
    expect(plain.rest).not.toHaveBeenCalled()
  })

  it.each(['dies', 'hangs'] as const)(
    'when the other one %s later, the plain one looks at the pictures in hand and at all that follow',
    async (how) => {
      const { plain, gpu, other, model, look, tooLate } = models()
      await look(20)
      await look(1)
      if (how === 'hangs') other.hangs = true
      else other.saw = { noModel: 'the device is lost' }
      const inHand = [model.look(rgb), model.look(rgb)]
      await new Promise((resolve) => setTimeout(resolve))
      tooLate()
      expect(await Promise.all(inHand)).toEqual([neutral, neutral])
      expect(gpu.end).toHaveBeenCalled()
      gpu.look.mockClear()
      await look(30)
      expect(gpu.look).not.toHaveBeenCalled()
      expect(plain.look).toHaveBeenCalledTimes(52)
    },
  )

  it('one that hangs while it is tried out keeps no picture waiting', async () => {
    const { gpu, look, tooLate } = models({ hangs: true })
    await look(25)
    tooLate()
    await look(1)
    expect(gpu.look).toHaveBeenCalledTimes(1)
    expect(gpu.end).toHaveBeenCalled()
  })

  it('after a rest both begin anew', async () => {
    const { model, plain, gpu, look } = models()
    await look(20)
    model.rest()
    expect([plain.rest, gpu.rest].map(({ mock }) => mock.calls.length)).toEqual([2, 1])
    gpu.look.mockClear()
    expect(await look(1)).toEqual([neutral])
    expect(gpu.look).not.toHaveBeenCalled()
    await look(19)
    expect(await look(1)).toEqual([nearly])
  })
})
