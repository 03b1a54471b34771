import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { writeBundle } from '#shared/classify/url/bundle-writer.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import type { RawTab } from '#test/support/browser/raw-tab.ts'
import { isBlockPage, putToSleep, waitForListed } from '#test/support/whole/raw-pupil.ts'
import { listed, setBundle } from '#test/support/whole/school.ts'
import { extensionDir, startWhole } from '#test/support/whole/whole.ts'
import { figures } from './figures.ts'
import { type BenchResult, linesOf } from './results.ts'

const plainPage =
  '<!doctype html><html lang="en"><title>Plain</title><h1>A plain page</h1><p>With one line.</p></html>'

/** The extension with one static page more, which shows what opening any page of an extension costs in this browser. */
async function withPlainPage(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-plain-'))
  await cp(extensionDir, dir, { recursive: true })
  await writeFile(join(dir, 'plain.html'), plainPage)
  return dir
}

/** Milliseconds from asking for the address to the first paint, and to the paint of the largest text: the words a person reads. */
async function paints(tab: RawTab, url: string, arrived: (now: string) => boolean) {
  const askedAt = performance.timeOrigin + performance.now()
  const { firstPaintMs } = await tab.navigate(url, arrived)
  await wait(400)
  const wordsAt = await tab.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? NaN)))
      .observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
  return { firstPaintMs, wordsMs: wordsAt - askedAt }
}

type Paints = Awaited<ReturnType<typeof paints>>

const summary = (runs: readonly Paints[]) => ({
  firstPaint: figures(runs.map(({ firstPaintMs }) => firstPaintMs)),
  words: figures(runs.map(({ wordsMs }) => wordsMs)),
})

const ratio = (one: number, other: number): number => Number((one / other).toFixed(2))

/**
 * How long a pupil waits for the block screen, with the worker awake and with the worker gone, against a plain page of the same
 * extension in the same tab. One of each in turn, each from an ordinary page, so that a busy machine slows all three.
 */
export async function benchNavigation(args: readonly string[]): Promise<BenchResult> {
  const { runs, hosts } = optionsOf(args)
  const figures = await measure(runs, hosts)
  return { figures, table: `\`\`\`\n${linesOf(figures).join('\n')}\n\`\`\``, isComplete: true }
}

function optionsOf(args: readonly string[]): { runs: number; hosts: number } {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...args], options: { runs: text, hosts: text } })
  return { runs: Number(values.runs ?? 20), hosts: Number(values.hosts ?? 0) }
}

/** The hosts that tests need and this many more, made up, as one bundle. */
function largeBundle(hosts: number): Uint8Array<ArrayBuffer> {
  const rules = new RuleTable()
  for (const [host, category] of Object.entries(listed)) rules.add(host, category)
  for (let number = 0; number < hosts; number++)
    rules.addHost(`h${(number * 2_654_435_761) % 2 ** 32}.listed-${number % 1_999_993}.test`, 'advertising')
  const facts = { builtAt: 1_795_305_600_000, sources: [] }
  return new Uint8Array(writeBundle({ name: 'tests', version: '2', facts, rules, searchWords: {} }))
}

/** What the worker noted of the last request it held: milliseconds it was held, and since the worker began until it was answered. */
const heldRequest = `(() => {
  const held = performance.getEntriesByName('held request').at(-1)
  return held === undefined ? null : { held: held.duration, sinceStart: held.startTime + held.duration }
})()`

async function measure(runs: number, hosts: number) {
  const dir = await withPlainPage()
  const whole = await startWhole((school) =>
    hosts === 0 ? Promise.resolve() : setBundle(school, largeBundle(hosts)),
  )
  try {
    const browser = await whole.rawPupil(0, { extensionDir: dir })
    await waitForListed(browser, whole.sites)
    const plainUrl = `chrome-extension://${browser.id}/plain.html`
    const tab = await browser.open('http://home.test/')
    const fromHome = async (before: () => Promise<unknown>): Promise<void> => {
      await tab.navigate('http://home.test/', (url) => url === 'http://home.test/')
      await before()
      await wait(200)
    }
    const awake = (): Promise<unknown> => browser.waitForWorker()
    const all: Record<'plain' | 'awake' | 'cold', Paints[]> = { plain: [], awake: [], cold: [] }
    const inWorker: { held: number; sinceStart: number }[] = []
    for (let run = -2; run < runs; run += 1) {
      await fromHome(awake)
      const plain = await paints(tab, plainUrl, (url) => url === plainUrl)
      await fromHome(awake)
      const warm = await paints(tab, `http://bad.test/awake-${run}`, isBlockPage)
      await fromHome(() => putToSleep(browser))
      const cold = await paints(tab, `http://bad.test/cold-${run}`, isBlockPage)
      const held = await browser.askWorker<{ held: number; sinceStart: number } | null>(heldRequest)
      // The first rounds fill caches that a pupil's browser has filled since the morning.
      if (run < 0) continue
      all.plain.push(plain)
      all.awake.push(warm)
      all.cold.push(cold)
      if (held !== null) inWorker.push(held)
    }
    const [plain, warm, cold] = [summary(all.plain), summary(all.awake), summary(all.cold)]
    return {
      runs,
      hosts,
      plain,
      awake: warm,
      cold,
      workerHeldMs: figures(inWorker.map(({ held }) => held)),
      workerStartToAnswerMs: figures(inWorker.map(({ sinceStart }) => sinceStart)),
      ratioFirstPaintAwake: ratio(warm.firstPaint.median, plain.firstPaint.median),
      ratioFirstPaintCold: ratio(cold.firstPaint.median, plain.firstPaint.median),
      ratioWordsAwake: ratio(warm.words.median, plain.words.median),
      ratioWordsCold: ratio(cold.words.median, plain.words.median),
      reachedBlockedHost: whole.sites.hits('bad.test').length,
    }
  } finally {
    await whole.close()
    await rm(dir, { recursive: true, force: true })
  }
}
