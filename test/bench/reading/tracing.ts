import type { Page } from 'playwright-core'

/** What one visit of a page cost its main thread, in milliseconds, and what its scripts hold, in MB. */
export interface Cost {
  /** All tasks of the page. */
  readonly taskMs: number
  /** Tasks and callbacks that are the extension's alone. */
  readonly ownMs: number
  readonly ownCpuMs: number
  readonly longestOwnMs: number
  readonly longestOwnCpuMs: number
  readonly heapMb: number
  readonly pieces: readonly Piece[]
}

/** One piece of work of the extension, outermost; `startMs` counts from the commit of the page. */
export interface Piece {
  readonly name: string
  readonly startMs: number
  readonly ms: number
  /** Without the time in which another process had the core. */
  readonly cpuMs: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly pid: number
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
  const pieces = ownPieces(events, url)
  const own = pieces.map(({ ms }) => ms)
  const ownCpu = pieces.map(({ cpuMs }) => cpuMs)
  return {
    taskMs: metric('TaskDuration') * 1000,
    ownMs: total(own),
    ownCpuMs: total(ownCpu),
    longestOwnMs: Math.max(0, ...own),
    longestOwnCpuMs: Math.max(0, ...ownCpu),
    heapMb: metric('JSHeapUsedSize') / 2 ** 20,
    pieces,
  }
}

const total = (series: readonly number[]): number => series.reduce((sum, one) => sum + one, 0)

/**
 * The extension's pieces of work on the main thread of the page, the outermost ones alone. Its worker has a thread of its own, which
 * a trace shows as well. Throws when the trace does not tell where the page was.
 */
function ownPieces(events: readonly TraceEvent[], url: string): Piece[] {
  const page = events.find(({ name, args }) => name === 'CommitLoad' && args?.data?.url === url)
  if (page === undefined) throw new Error(`the trace does not show that ${url} was opened`)
  const isOwn = ({ name, args }: TraceEvent): boolean =>
    name === 'FireIdleCallback' || (args?.data?.url ?? '').startsWith('chrome-extension://')
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === page.pid && tid === page.tid)
    .filter(isOwn)
    .toSorted((one, other) => one.ts - other.ts)
  const pieces: Piece[] = []
  let end = 0
  for (const { name, ts, dur = 0, tdur = Number.NaN } of own) {
    if (ts < end) continue
    end = ts + dur
    pieces.push({ name, startMs: (ts - page.ts) / 1000, ms: dur / 1000, cpuMs: tdur / 1000 })
  }
  return pieces
}
