import type { Page } from 'playwright-core'

/** What one visit of a page cost its main thread, in milliseconds, and what its scripts hold, in MB. */
export interface Cost {
  /** All tasks of the page. */
  readonly taskMs: number
  /** Tasks and callbacks that are the extension's alone. */
  readonly ownMs: number
  readonly longestOwnMs: number
  readonly heapMb: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly tid: number
  readonly args?: { readonly data?: { readonly url?: string } }
}

/** Opens an address in a fresh tab and stays for a while. Idle callbacks count as the extension's: pages of this bench have none. */
export async function costOf(page: Page, url: string, stayMs: number): Promise<Cost> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Performance.enable')
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(stayMs)
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await done
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  const own = ownPieces(events)
  return {
    taskMs: metric('TaskDuration') * 1000,
    ownMs: own.reduce((sum, ms) => sum + ms, 0),
    longestOwnMs: Math.max(0, ...own),
    heapMb: metric('JSHeapUsedSize') / 2 ** 20,
  }
}

/** Milliseconds of each piece of work that is the extension's, the outermost ones alone. */
function ownPieces(events: readonly TraceEvent[]): number[] {
  const isOwn = ({ name, args }: TraceEvent): boolean =>
    name === 'FireIdleCallback' || (args?.data?.url ?? '').startsWith('chrome-extension://')
  const own = events
    .filter((event) => event.ph === 'X' && event.dur !== undefined && isOwn(event))
    .toSorted((one, other) => one.ts - other.ts)
  const pieces: number[] = []
  const ends = new Map<number, number>()
  for (const { ts, dur = 0, tid } of own) {
    if (ts < (ends.get(tid) ?? 0)) continue
    ends.set(tid, ts + dur)
    pieces.push(dur / 1000)
  }
  return pieces
}
