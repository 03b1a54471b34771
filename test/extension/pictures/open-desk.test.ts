import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDesk } from '#extension/pictures/open-desk.ts'

const scores = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 }
const terminate = vi.fn()

const started: string[] = []

class QuickWorker extends EventTarget {
  constructor(path: string) {
    super()
    started.push(path)
  }
  terminate = terminate
  postMessage = (): unknown => this.dispatchEvent(new MessageEvent('message', { data: { scores } }))
}

beforeEach(() => {
  vi.clearAllMocks()
  started.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('Worker', QuickWorker)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a desk gives the model back after five minutes without a picture, each picture beginning them anew', async () => {
  const look = openDesk((rest) => rest())
  for (let picture = 0; picture < 3; picture++) {
    expect(await look({ pixels: 'AAAA' })).toEqual({ kind: 'scores', scores })
    vi.advanceTimersByTime(4 * 60_000)
    expect(terminate).not.toHaveBeenCalled()
  }
  vi.advanceTimersByTime(60_000)
  expect(terminate).toHaveBeenCalledTimes(1)
})

it('an answer says that the battery is low as long as it is, and how low it is to nobody', async () => {
  const battery = { charging: false, level: 0.2 }
  vi.stubGlobal('navigator', { getBattery: async () => battery })
  const look = openDesk((rest) => rest())
  expect(await look({ pixels: 'AAAA' })).toEqual({ kind: 'scores', scores, sparing: true })
  battery.charging = true
  expect(await look({ pixels: 'AAAA' })).toEqual({ kind: 'scores', scores })
})

/** Looks at as many pictures as it takes for another model to be tried out, and answers which were. */
async function lookWith(gpu?: unknown): Promise<string[]> {
  vi.stubGlobal('navigator', { gpu })
  const look = openDesk((rest) => rest())
  for (let picture = 0; picture < 20; picture++)
    expect(await look({ pixels: 'AAAA' })).toEqual({ kind: 'scores', scores })
  await vi.advanceTimersByTimeAsync(0)
  return started
}
const gpuOf = (adapter: unknown): unknown => ({ requestAdapter: async () => adapter })

it('a graphics processor is tried out where the browser says that it is one', async () => {
  expect(await lookWith(gpuOf({ info: { isFallbackAdapter: false } }))).toEqual([
    '/picture-model.js',
    '/picture-model-gpu.js',
  ])
})

it.each([
  ['has no WebGPU', undefined],
  ['has no graphics processor', gpuOf(null)],
  ['plays one on the processor', gpuOf({ info: { isFallbackAdapter: true } })],
  // Older Chromium says it at the adapter itself, some of it beside an `info` that does not.
  ['says nothing about it', gpuOf({ isFallbackAdapter: false })],
  ['says nothing of its kind', gpuOf({ info: { vendor: 'intel' } })],
  ['refuses to say', { requestAdapter: () => Promise.reject(new Error('not allowed')) }],
])('none is tried out where the browser %s, and every picture is looked at', async (_, gpu) => {
  expect(await lookWith(gpu)).toEqual(['/picture-model.js'])
})
