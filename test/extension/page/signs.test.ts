import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookForSigns, type TellSigns } from '#extension/page/signs.ts'

type Registration = Partial<Pick<ServiceWorkerRegistration, 'scope'>> & { active?: { scriptURL: string } }

const settle = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function workers(registrations: readonly Registration[] | Error, controller: object | null = null): void {
  const getRegistrations = async () => {
    if (registrations instanceof Error) throw registrations
    return registrations
  }
  vi.stubGlobal(
    'navigator',
    Object.assign(Object.create(navigator), { serviceWorker: { controller, getRegistrations } }),
  )
  Object.defineProperty(window, 'navigator', { configurable: true, value: globalThis.navigator })
}

/** What is told of a page that has been read to its end. */
async function toldOf(html: string): Promise<Parameters<TellSigns>[]> {
  document.documentElement.innerHTML = html
  const tell = vi.fn<TellSigns>()
  lookForSigns(window, tell)
  document.dispatchEvent(new Event('DOMContentLoaded'))
  await settle()
  return tell.mock.calls
}

beforeEach(() => workers([]))
afterEach(() => vi.unstubAllGlobals())

describe('the look for a web proxy', () => {
  it('finds its scripts, its attributes and what it writes into the page', async () => {
    const page = `<head><script type="text/plain" src="/uv/uv.bundle.js"></script>
      <script>/*hammerhead|script|start*/</script></head><body><a __uv-attr-href="https://x.test/">x</a></body>`
    expect((await toldOf(page)).at(-1)).toEqual([['hammerhead-inline', 'uv-attribute'], false])
  })

  it('finds a script as soon as it stands there, and tells of it once', async () => {
    document.documentElement.innerHTML = '<head></head><body></body>'
    const tell = vi.fn<TellSigns>()
    lookForSigns(window, tell)
    const script = document.createElement('script')
    script.textContent = ';self.__uv$config = {}'
    document.head.append(script)
    await settle()
    expect(tell.mock.calls).toEqual([[['uv-inline'], false]])
    document.dispatchEvent(new Event('DOMContentLoaded'))
    window.dispatchEvent(new Event('load'))
    await settle()
    expect(tell).toHaveBeenCalledOnce()
  })

  it.each([
    '<body><p>Put <code>self.__uv$config = {}</code> into uv.config.js</p><pre>&lt;script src="/uv/uv.bundle.js"></pre></body>',
    '<body><script type="application/json">{"code":";self.__uv$config = {}"}</script></body>',
    '<body><template><a __uv-attr-href="x"></a></template><a href="/service/page">Service</a></body>',
    '<body><a href="/uv/uv.bundle.js">the file</a><img src="/uv/uv.bundle.js.png" alt=""></body>',
  ])('finds nothing in a page about one', async (html) => {
    expect(await toldOf(html)).toEqual([])
  })

  it('tells that a worker of the site may have made the page, with what the worker is called', async () => {
    workers([{ scope: 'https://x.test/uv/service/', active: { scriptURL: 'https://x.test/uv/sw.js' } }], {})
    expect(await toldOf('<body></body>')).toEqual([[['uv-scope', 'uv-worker'], true]])
  })

  it('lives in documents that have no workers, or may not ask for them', async () => {
    workers(new Error('sandboxed'))
    expect(await toldOf('<body></body>')).toEqual([])
    Object.defineProperty(window, 'navigator', { configurable: true, value: {} })
    expect(await toldOf('<body></body>')).toEqual([])
  })
})
