import { Window } from 'happy-dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { guard, type GuardWire } from '#extension/page/guard.ts'
import { createStop } from '#extension/page/stop.ts'

type BrowserWindow = globalThis.Window & typeof globalThis

function wire(action: 'allow' | 'stop' | Error = 'allow') {
  const heard: { stop?: () => void; asked: number } = { asked: 0 }
  const made: GuardWire = {
    askOpened: () => {
      heard.asked += 1
      return action instanceof Error ? Promise.reject(action) : Promise.resolve(action)
    },
    tellSigns: async () => 'allow',
    tellText: async () => 'enough',
    tellTyped: () => undefined,
    onStop: (stop) => void (heard.stop = stop),
  }
  return { heard, made }
}

const isVeiled = (): boolean => document.documentElement.style.getPropertyValue('display') === 'none'
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(() => {
  window.stop = vi.fn()
  document.documentElement.removeAttribute('style')
  document.body.innerHTML = '<p>hello</p>'
})

describe('the page gate', () => {
  it('lets an allowed document be', async () => {
    const { made, heard } = wire()
    guard(made)
    await settle()
    expect(heard.asked).toBe(1)
    expect(isVeiled()).toBe(false)
  })

  it('stops and veils a document that may not be here, and keeps it veiled', async () => {
    guard(wire('stop').made)
    await settle()
    expect(window.stop).toHaveBeenCalledOnce()
    expect(isVeiled()).toBe(true)
    document.documentElement.style.setProperty('display', 'block')
    await settle()
    expect(isVeiled()).toBe(true)
  })

  it('gives up a fight over looks before it freezes the tab', async () => {
    guard(wire('stop').made)
    await settle()
    for (let fight = 0; fight < 60; fight++) {
      document.documentElement.style.setProperty('display', 'block')
      await settle()
    }
    expect(document.documentElement.style.getPropertyValue('display')).toBe('block')
  })

  it('lets no "Leave this page?" keep a stopped document, and leaves that of others alone', () => {
    const view = new Window({ url: 'https://example.test/' }) as unknown as BrowserWindow
    view.stop = vi.fn()
    const stop = createStop(view)
    const pages = vi.fn()
    view.addEventListener('beforeunload', pages)
    view.dispatchEvent(new view.Event('beforeunload'))
    expect(pages).toHaveBeenCalledTimes(1)
    stop()
    view.dispatchEvent(new view.Event('beforeunload'))
    expect(pages).toHaveBeenCalledTimes(1)
  })

  it('asks again when it comes back out of the back-forward cache', async () => {
    const { made, heard } = wire()
    guard(made)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    expect(heard.asked).toBe(1)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(heard.asked).toBe(2)
  })

  it('stays quiet when nobody answers', async () => {
    guard(wire(new Error('no worker')).made)
    await settle()
    expect(isVeiled()).toBe(false)
  })
})
