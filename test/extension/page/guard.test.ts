import { Window } from 'happy-dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { guard, type GuardWire } from '#extension/page/guard.ts'
import { createStop } from '#extension/page/stop.ts'

type BrowserWindow = globalThis.Window & typeof globalThis

type Orders = Parameters<GuardWire['onOrder']>[0]

function wire(action: 'allow' | 'stop' | Error = 'allow') {
  const heard: { orders?: Orders; asked: number; moved: number } = { asked: 0, moved: 0 }
  const made: GuardWire = {
    askOpened: () => {
      heard.asked += 1
      return action instanceof Error ? Promise.reject(action) : Promise.resolve(action)
    },
    tellMoved: async () => void (heard.moved += 1),
    tellSigns: async () => 'allow',
    tellText: async () => 'enough',
    tellTyped: () => undefined,
    onOrder: (orders) => void (heard.orders = orders),
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
    guard(made, false)
    await settle()
    expect(heard.asked).toBe(1)
    expect(isVeiled()).toBe(false)
  })

  it('stops and veils a document that may not be here, and keeps it veiled', async () => {
    guard(wire('stop').made, false)
    await settle()
    expect(window.stop).toHaveBeenCalledOnce()
    expect(isVeiled()).toBe(true)
    document.documentElement.style.setProperty('display', 'block')
    await settle()
    expect(isVeiled()).toBe(true)
  })

  it('gives up a fight over looks before it freezes the tab', async () => {
    guard(wire('stop').made, false)
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
    guard(made, false)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    expect(heard.asked).toBe(1)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(heard.asked).toBe(2)
  })

  it('stays quiet when nobody answers', async () => {
    guard(wire(new Error('no worker')).made, false)
    await settle()
    expect(isVeiled()).toBe(false)
  })

  it('shows a teacher’s message as words, never as markup, until it is read', () => {
    const attach = vi.spyOn(Element.prototype, 'attachShadow')
    const { made, heard } = wire()
    guard(made, false)
    heard.orders?.message('Ms Okafor', '<img src=x onerror=alert(1)> well done')
    expect(attach).toHaveBeenCalledWith({ mode: 'closed' })
    const root = attach.mock.results[0]?.value as ShadowRoot
    expect(root.querySelector('[role=alertdialog]')?.textContent).toContain(
      '<img src=x onerror=alert(1)> well done',
    )
    expect(root.querySelector('img')).toBeNull()
    expect(root.textContent).toContain('Message from Ms Okafor')
    root.querySelector('button')?.click()
    expect(root.host.isConnected).toBe(false)
    attach.mockRestore()
  })
})
