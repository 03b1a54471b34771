import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tabs } from '#extension/platform/tabs.ts'

const page = 'https://example.test/'
const blockPage = `chrome-extension://our/blocked.html#${page}`

const engine = vi.hoisted(() => ({
  url: '',
  /** How long the block page takes to be there, and whether the page hears orders. */
  arrivesAfterMs: 0,
  hears: true,
  made: [] as string[],
  removed: [] as number[],
}))

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://our${path}` },
    tabs: {
      get: async (id: number) => ({ id, url: engine.url, index: 0, windowId: 1 }),
      async update(_: number, { url }: { url: string }) {
        setTimeout(() => {
          engine.url = url
        }, engine.arrivesAfterMs)
      },
      sendMessage: () => (engine.hears ? Promise.resolve() : new Promise(() => undefined)),
      create: async ({ url }: { url: string }) => void engine.made.push(url),
      discard: async () => undefined,
      remove: async (id: number) => void engine.removed.push(id),
    },
  },
}))

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(engine, { url: page, arrivesAfterMs: 0, hears: true, made: [], removed: [] })
})
afterEach(() => vi.useRealTimers())

async function block(): Promise<void> {
  const done = tabs.block(7, page)
  await vi.advanceTimersByTimeAsync(20_000)
  await done
}

describe('blocking a tab', () => {
  it('leaves the tab to a page that has veiled itself, however late the block page comes', async () => {
    engine.arrivesAfterMs = 5000
    await block()
    expect(engine).toMatchObject({ url: blockPage, made: [], removed: [] })
  })

  it('takes the tab from a page that hears no order and does not leave', async () => {
    Object.assign(engine, { hears: false, arrivesAfterMs: 5000 })
    await block()
    expect(engine).toMatchObject({ made: [blockPage], removed: [7] })
  })

  it('takes the tab in the end from a page that heard and never leaves', async () => {
    engine.arrivesAfterMs = 60_000
    await block()
    expect(engine).toMatchObject({ made: [blockPage], removed: [7] })
  })
})
