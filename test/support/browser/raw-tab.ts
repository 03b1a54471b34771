import { performance } from 'node:perf_hooks'
import type { Cdp, CdpTarget } from './cdp.ts'
import { until } from './until.ts'

/** A navigation as a person sees it, in milliseconds since it was asked for. */
export interface Navigation {
  /** Where the tab ended up. */
  readonly url: string
  readonly committedMs: number
  readonly firstPaintMs: number
}

/** One tab. No debugger is attached to it until a method marked "attaches" is called. */
export interface RawTab {
  readonly id: string
  /** The tab's address; undefined when it is gone. */
  url(): Promise<string | undefined>
  /** Waits until the tab shows an address that `matches`; returns it. */
  waitForUrl(matches: (url: string) => boolean, timeoutMs?: number): Promise<string>
  /** Attaches. Goes to `url` and waits for the first paint of a page whose address `matches` (default: any). */
  navigate(url: string, matches?: (url: string) => boolean): Promise<Navigation>
  /** Attaches. The value of an expression in the page, as if a person had just acted there. */
  evaluate<T>(expression: string): Promise<T>
  /** Attaches. Waits for the page and clicks; it counts as a person's click. */
  click(selector: string): Promise<void>
  /** Attaches. PNG. */
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

/** The tab with this target id. */
export const rawTab = (cdp: Cdp, id: string): RawTab => {
  let session: Promise<CdpTarget> | undefined
  const attached = (): Promise<CdpTarget> => {
    session ??= cdp.attach(id)
    return session
  }

  const url = async (): Promise<string | undefined> => {
    const { targetInfos } = await cdp.send('Target.getTargets')
    return targetInfos.find((target) => target.targetId === id)?.url
  }

  const evaluate = async <T>(expression: string): Promise<T> => {
    const page = await attached()
    const answer = await page.send('Runtime.evaluate', {
      expression,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    })
    if (answer.exceptionDetails !== undefined) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
    }
    return answer.result.value as T
  }

  const navigate = async (
    to: string,
    matches: (url: string) => boolean = () => true,
  ): Promise<Navigation> => {
    const page = await attached()
    await page.send('Page.enable')
    await page.send('Page.setLifecycleEventsEnabled', { enabled: true })
    let start = Number.POSITIVE_INFINITY
    let wanted: { loaderId: string; url: string; committedMs: number } | undefined
    const painted = new Map<string, number>()
    const stops = [
      page.on('Page.frameNavigated', ({ frame }) => {
        if (frame.parentId !== undefined || !matches(frame.url)) return
        wanted = { loaderId: frame.loaderId, url: frame.url, committedMs: performance.now() - start }
      }),
      page.on('Page.lifecycleEvent', ({ name, loaderId }) => {
        if (name === 'firstPaint') painted.set(loaderId, performance.now() - start)
      }),
    ]
    try {
      start = performance.now()
      // Not awaited: a navigation that the extension redirects may answer late, or with "aborted".
      const sent = page.send('Page.navigate', { url: to }).catch(() => undefined)
      const seen = await until(
        `the first paint after going to ${to}`,
        () => {
          const firstPaintMs = wanted === undefined ? undefined : painted.get(wanted.loaderId)
          return wanted !== undefined && firstPaintMs !== undefined && { ...wanted, firstPaintMs }
        },
        { everyMs: 2 },
      )
      await sent
      return { url: seen.url, committedMs: seen.committedMs, firstPaintMs: seen.firstPaintMs }
    } finally {
      for (const stop of stops) stop()
    }
  }

  return {
    id,
    url,
    waitForUrl: (matches, timeoutMs = 20_000) =>
      until(
        `tab ${id} to arrive`,
        async () => {
          const now = await url()
          return now !== undefined && matches(now) && now
        },
        { timeoutMs },
      ),
    navigate,
    evaluate,
    click: async (selector) => {
      const found = JSON.stringify(selector)
      const isThere = `document.readyState === 'complete' && document.querySelector(${found}) !== null`
      await until(`${selector} to be there`, () => evaluate<boolean>(isThere))
      await evaluate(`document.querySelector(${found}).click()`)
    },
    screenshot: async () => {
      const page = await attached()
      const { data } = await page.send('Page.captureScreenshot', { format: 'png' })
      return Buffer.from(data, 'base64')
    },
    close: async () => {
      await cdp.send('Target.closeTarget', { targetId: id }).catch(() => undefined)
    },
  }
}
