import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDesk } from '#extension/pictures/open-desk.ts'

const scores = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 }
const terminate = vi.fn()

class QuickWorker extends EventTarget {
  terminate = terminate
  postMessage = (): unknown => this.dispatchEvent(new MessageEvent('message', { data: { scores } }))
}

beforeEach(() => {
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
