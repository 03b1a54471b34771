import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium } from 'playwright-core'
import { commonSwitches } from '#test/support/browser/switches.ts'
import { waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { startWhole } from '#test/support/whole/whole.ts'
import { documentOf, shapes } from './reading/shapes.ts'
import { type Cost, costOf } from './reading/tracing.ts'
import type { BenchResult } from './results.ts'

const host = 'pages.test'
const stayMs = 3500

interface Line {
  readonly shape: string
  readonly plain: Cost
  readonly guarded: Cost
}

/**
 * What reading costs a page: the same made-up pages with and without the extension, each in turn, in managed Chromium. Time that is
 * the extension's is taken from a trace; the whole of a page's tasks stands beside it, noise and all.
 */
export async function benchReading(args: readonly string[]): Promise<BenchResult> {
  const { values } = parseArgs({ args: [...args], options: { shapes: { type: 'string' } } })
  const wanted = values.shapes?.split(',') ?? shapes.map(({ name }) => name)
  const lines = await measure(wanted)
  return { figures: { lines }, table: tableOf(lines), isComplete: lines.length === shapes.length }
}

async function measure(wanted: readonly string[]): Promise<Line[]> {
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
    const lines: Line[] = []
    for (const { name } of shapes.filter((one) => wanted.includes(one.name))) {
      const url = `https://${host}/${encodeURIComponent(name)}`
      lines.push({ shape: name, plain: await visit(plain, url), guarded: await visit(pupil.context, url) })
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

function tableOf(lines: readonly Line[]): string {
  const head =
    '| page | added main-thread ms | longest task ms | all tasks without / with ms | heap without / with MB |'
  const rows = lines.map(({ shape, plain, guarded }) => {
    const cells = [
      guarded.ownMs.toFixed(1),
      guarded.longestOwnMs.toFixed(1),
      `${plain.taskMs.toFixed(0)} / ${guarded.taskMs.toFixed(0)}`,
      `${plain.heapMb.toFixed(1)} / ${guarded.heapMb.toFixed(1)}`,
    ]
    return `| ${shape} | ${cells.join(' | ')} |`
  })
  return [head, '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}
