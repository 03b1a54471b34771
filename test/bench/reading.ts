import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium } from 'playwright-core'
import { commonSwitches } from '#test/support/browser/switches.ts'
import { waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { extensionDir, startWhole } from '#test/support/whole/whole.ts'
import { figures } from './figures.ts'
import { documentOf, shapes } from './reading/shapes.ts'
import { type Cost, costOf } from './reading/tracing.ts'
import type { BenchResult } from './results.ts'

const host = 'pages.test'
const stayMs = 1600
const usualRounds = 3

interface Line {
  readonly shape: string
  readonly plain: Cost[]
  readonly guarded: Cost[]
}

/**
 * What reading costs a page: the same made-up pages with and without the extension, each in turn, in managed Chromium. Time that is
 * the extension's is taken from a trace; the whole of a page's tasks stands beside it, noise and all.
 */
export async function benchReading(args: readonly string[]): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...args],
    options: { shape: { type: 'string', multiple: true }, rounds: { type: 'string' } },
  })
  const wanted = values.shape ?? shapes.map(({ name }) => name)
  const rounds = Number(values.rounds ?? usualRounds)
  const lines = await measure(wanted, rounds)
  const guardKb = (await stat(join(extensionDir, 'guard.js'))).size / 1000
  const table = `${noteOf(rounds, guardKb)}\n\n${tableOf(lines)}`
  return { figures: { guardKb, lines }, table, isComplete: lines.length === shapes.length }
}

async function measure(wanted: readonly string[], rounds: number): Promise<Line[]> {
  const whole = await startWhole()
  const profile = await mkdtemp(join(tmpdir(), 'lapwing-plain-'))
  let plain: BrowserContext | undefined
  try {
    whole.sites.serve(host, (path) => {
      const shape = shapes.find(({ name }) => path.split('?')[0] === `/${encodeURIComponent(name)}`)
      return shape === undefined ? undefined : { body: documentOf(shape) }
    })
    const pupil = await whole.pupil(0)
    await waitForSchool(pupil)
    plain = await chromium.launchPersistentContext(profile, {
      executablePath: pupil.device.policy.executable,
      headless: false,
      args: ['--headless=new', ...commonSwitches(whole.sites, {}), '--disable-extensions'],
    })
    const lines = shapes
      .filter(({ name }) => wanted.includes(name))
      .map(({ name }): Line => ({ shape: name, plain: [], guarded: [] }))
    for (let round = 1; round <= rounds; round++)
      for (const line of lines) {
        process.stderr.write(`round ${round}: ${line.shape}\n`)
        const url = `https://${host}/${encodeURIComponent(line.shape)}`
        line.plain.push(await visit(plain, url))
        line.guarded.push(await visit(pupil.context, url))
      }
    return lines
  } finally {
    await plain?.close()
    await whole.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function visit(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage()
  try {
    return await costOf(page, url, stayMs)
  } finally {
    await page.close()
  }
}

const noteOf = (rounds: number, guardKb: number): string =>
  `Medians of ${rounds} rounds, each page without and with Lapwing in turn, in a fresh tab, until ${stayMs} ms after its load event. ` +
  'Other work went on at the same time on the two cores of the machine, so times are noisy; CPU time leaves out what waited for a core. ' +
  'Added time and longest task: what the trace says is the extension’s on the main thread of the page, the outermost calls, ms. ' +
  'What the browser does besides to start its scripts and to carry messages is only in the difference of all tasks. ' +
  'All tasks: everything on that thread, ms. Heap: what all scripts of the tab hold after a collection, MB of 2^20 bytes; ' +
  `memory outside the script heap is not in it. guard.js is ${guardKb.toFixed(1)} kB (1000 bytes), not compressed.`

function tableOf(lines: readonly Line[]): string {
  const head = [
    '| page | added ms | added CPU ms | longest task ms | longest CPU ms | all tasks without / with | heap without / with | heap added |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ]
  const rows = lines.map(({ shape, plain, guarded }) => {
    const heaps = [median(plain, 'heapMb'), median(guarded, 'heapMb')] as const
    const cells = [
      median(guarded, 'ownMs').toFixed(1),
      median(guarded, 'ownCpuMs').toFixed(1),
      median(guarded, 'longestOwnMs').toFixed(1),
      median(guarded, 'longestOwnCpuMs').toFixed(1),
      `${median(plain, 'taskMs').toFixed(0)} / ${median(guarded, 'taskMs').toFixed(0)}`,
      `${heaps[0].toFixed(1)} / ${heaps[1].toFixed(1)}`,
      (heaps[1] - heaps[0]).toFixed(1),
    ]
    return `| ${shape} | ${cells.join(' | ')} |`
  })
  return [...head, ...rows].join('\n')
}

const median = (costs: readonly Cost[], of: Exclude<keyof Cost, 'pieces'>): number =>
  figures(
    costs.map((cost) => cost[of]),
    3,
  ).median
