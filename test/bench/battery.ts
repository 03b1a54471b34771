import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { changeBattery, charging, low, withBattery } from '#test/support/pictures/battery.ts'
import type { SiteServer } from '#test/support/sites/site-server.ts'
import { waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { extensionDir, startWhole } from '#test/support/whole/whole.ts'
import { figures } from './figures.ts'
import { drawn } from './images/drawn.ts'
import { extensionCpuMs } from './images/processes.ts'
import type { BenchResult } from './results.ts'

const usualRounds = 5
const [host, pictureHost] = ['feed.test', 'cdn.test']
const picturesOnPage = 72
/** Nothing has been looked at for so long: all is done. */
const quietMs = 2500

/** A feed: 24 rows of three cards, of which three are in view, the last of them in part. */
function feed(visit: string): string {
  const cards = Array.from(
    { length: picturesOnPage },
    (_, n) =>
      `<article><img width="360" height="240" src="https://${pictureHost}/${visit}-${n}.png"><h2>Card ${n}</h2></article>`,
  )
  const style =
    'body { display: grid; grid-template-columns: repeat(3, 360px); gap: 16px } article { height: 300px } h2 { font: 16px sans-serif }'
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Feed</title><style>${style}</style>${cards.join('')}</html>`
}

/** Each picture of each visit is another file, as those of different pages are: what has been looked at is remembered by its content. */
function serveFeed(sites: SiteServer): void {
  const files = drawn()
  sites.serve(host, (path) => ({ body: feed(path.slice(1)) }))
  sites.serve(pictureHost, (path) => {
    const [, file] = files[Number(/-(\d+)\.png$/u.exec(path)?.[1]) % files.length] ?? []
    // What stands behind the end of a PNG counts for nothing.
    return file && { type: 'image/png', body: Buffer.concat([file, Buffer.from(path)]) }
  })
}

/** What somebody does on the page. */
const ways: Readonly<Record<string, (tab: Page) => Promise<void>>> = {
  'opened, not scrolled': async () => undefined,
  'read as far as a third': async (tab) => {
    for (let screen = 0; screen < 4; screen++) {
      await wait(1500)
      await tab.mouse.wheel(0, 600)
    }
  },
  'flung to the end': async (tab) => {
    await wait(1500)
    for (let turn = 0; turn < 30; turn++) {
      await tab.mouse.wheel(0, 300)
      await wait(50)
    }
  },
}

interface Visit {
  readonly looked: number
  readonly cpuMs: number
}
interface Line {
  readonly way: string
  readonly charged: Visit[]
  readonly low: Visit[]
}

/**
 * What sparing the battery saves: a long page with many pictures, used in several ways, with the battery charged and low in turn, in managed Chromium
 * with the model that ships. The processor time is that of the extension's process: its worker, the document with the pictures and the model.
 */
export async function benchBattery(args: readonly string[]): Promise<BenchResult> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string' } } })
  const rounds = Number(values.rounds ?? usualRounds)
  const lines = await measure(rounds)
  return {
    figures: { rounds, picturesOnPage, lines },
    table: tableOf(lines, rounds),
    isComplete: rounds >= usualRounds,
  }
}

async function measure(rounds: number): Promise<Line[]> {
  const whole = await startWhole()
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-battery-'))
  try {
    await cp(extensionDir, dir, { recursive: true })
    await withBattery(dir, charging)
    serveFeed(whole.sites)
    const pupil = await whole.pupil(0, { extensionDir: dir })
    await waitForSchool(pupil)
    // The first page loads the model, which is no part of what a page costs.
    await visit(pupil, whole.sites, 'warm', async () => undefined)
    const lines = Object.keys(ways).map((way): Line => ({ way, charged: [], low: [] }))
    for (let round = 1; round <= rounds; round++)
      for (const [index, line] of lines.entries()) {
        process.stderr.write(`round ${round}: ${line.way}\n`)
        const use = ways[line.way] ?? (async () => undefined)
        await changeBattery(pupil, charging)
        line.charged.push(await visit(pupil, whole.sites, `charged-${index}-${round}`, use))
        await changeBattery(pupil, low)
        line.low.push(await visit(pupil, whole.sites, `low-${index}-${round}`, use))
      }
    return lines
  } finally {
    await whole.close()
    await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function visit(
  pupil: ManagedBrowser,
  sites: SiteServer,
  name: string,
  use: (tab: Page) => Promise<void>,
): Promise<Visit> {
  // The page fetches each picture once, and we do once more for a look.
  const looked = (): number =>
    sites.hits(pictureHost).filter(({ path }) => path.startsWith(`/${name}-`)).length - picturesOnPage
  const before = await extensionCpuMs(pupil.device.profileDir)
  const tab = await pupil.open(`https://${host}/${name}`)
  await use(tab)
  for (let last = -1; last !== looked(); await wait(quietMs)) last = looked()
  const cpuMs = (await extensionCpuMs(pupil.device.profileDir)) - before
  await tab.close()
  return { looked: looked(), cpuMs }
}

function tableOf(lines: readonly Line[], rounds: number): string {
  const cell = (line: Line, of: keyof Visit): string =>
    [line.charged, line.low]
      .map((visits) =>
        figures(
          visits.map((each) => each[of]),
          0,
        ),
      )
      .map(({ median, least, most }) => `${median} (${least} to ${most})`)
      .join(' / ')
  const rows = lines.map((line) => `| ${line.way} | ${cell(line, 'looked')} | ${cell(line, 'cpuMs')} |`)
  return [
    `Medians of ${rounds} rounds (least to most), charged / low in turn, in a fresh tab each: a page that nobody knows with ${picturesOnPage} pictures, ` +
      'three in a row, three rows in view (the last of them in part). Processor time is that of the extension’s process, page open until nothing more is looked at.',
    '',
    '| the page is | pictures looked at, charged / low | processor time ms, charged / low |',
    '| --- | ---: | ---: |',
    ...rows,
  ].join('\n')
}
