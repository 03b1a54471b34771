import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { type PicturePrior, type PictureUse, pictureVerdict } from '#shared/classify/image/picture-verdict.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { PictureScores } from '#shared/domain/picture.ts'
import { inWords } from '#test/evaluate/interval.ts'
import { launchManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { startSites } from '#test/support/sites/site-server.ts'
import { extensionDir } from '#test/support/whole/whole.ts'
import { figures } from './figures.ts'
import { drawn } from './images/drawn.ts'
import type { Looked } from './images/page.ts'
import { extensionCpuMs } from './images/processes.ts'
import { type BenchResult, linesOf } from './results.ts'

type Way = 'bare' | 'whole'
const site = 'pictures.test'

/** The built extension with a page more, in which nsfwjs alone and our whole path are measured side by side. */
async function withBenchPage(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-images-'))
  await cp(extensionDir, dir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: [{ find: /^@tensorflow\/tfjs$/, replacement: resolve('extension/pictures/tfjs.ts') }] },
    build: {
      outDir: join(dir, 'bench'),
      target: 'chrome120',
      lib: { entry: 'test/bench/images/page.ts', formats: ['es'], fileName: () => 'page.js' },
    },
  })
  await writeFile(
    join(dir, 'bench.html'),
    '<!doctype html><script type="module" src="/bench/page.js"></script>',
  )
  return dir
}

/** Photographs in a folder and its folders, by name. */
async function photographs(folder: string): Promise<[string, Buffer][]> {
  const files = await readdir(folder, { recursive: true })
  const pictures = files.filter((file) => /^\.(?:jpe?g|png|webp|bmp|gif)$/iu.test(extname(file))).toSorted()
  return Promise.all(
    pictures.map(async (file): Promise<[string, Buffer]> => [file, await readFile(join(folder, file))]),
  )
}

type Scored = readonly (readonly [name: string, scores: PictureScores])[]

/** What is kept of these as it ships: the share with its interval, and which. */
function kept(all: Scored) {
  const keptFor = (band: Band, use: PictureUse, prior: PicturePrior): string => {
    const names = all.flatMap(([name, scores]) =>
      pictureVerdict(scores, { band, use, prior }) ? [name] : [],
    )
    return `${inWords({ of: all.length, hit: names.length })} ${names.join(' ')}`.trim()
  }
  return {
    'shown, secondary': keptFor('y7-y9', 'shown', 'ordinary'),
    'shown, primary': keptFor('y3-y6', 'shown', 'ordinary'),
    'shown, good page': keptFor('y7-y9', 'shown', 'good'),
    'upload, secondary': keptFor('y7-y9', 'upload', 'ordinary'),
    'upload, primary': keptFor('y3-y6', 'upload', 'ordinary'),
  }
}

/** Folders whose pictures are no photographs. They are counted apart. */
const drawnKinds: ReadonlySet<string> = new Set(['drawn', 'drawings', 'art', 'figures'])

/** A picture's kind is the first folder of its name. */
const kindOf = (name: string): string => (name.includes('/') ? name.slice(0, name.indexOf('/')) : 'others')

/** What is kept of each kind where nobody knows the page. */
function keptByKind(all: Scored): Readonly<Record<string, object>> {
  const kinds = [...new Set(all.map(([name]) => kindOf(name)))].toSorted()
  return Object.fromEntries(
    kinds.map((kind) => {
      const of = kept(all.filter(([name]) => kindOf(name) === kind))
      return [`${kind}, kept`, { secondary: of['shown, secondary'], primary: of['shown, primary'] }]
    }),
  )
}

/**
 * What a picture costs, nsfwjs alone and our whole path in turn, and how many harmless ones are kept at the thresholds that ship.
 * `--pictures FOLDER` adds those of a folder, whose first folders are their kinds, to those that are drawn here.
 */
export async function benchImages(args: readonly string[]): Promise<BenchResult> {
  const { values } = parseArgs({ args: [...args], options: { pictures: { type: 'string' } } })
  const photos = values.pictures === undefined ? [] : await photographs(values.pictures)
  const all = new Map([...drawn(), ...photos])
  const sites = await startSites()
  sites.serve(site, (path) => {
    const body = all.get(decodeURIComponent(path.slice(1)))
    return body === undefined ? { status: 404 } : { type: 'image/png', body }
  })
  const dir = await withBenchPage()
  const browser = await launchManagedBrowser({ extensionDir: dir, managed: {}, sites })
  try {
    await browser.waitForWorker()
    const page = await browser.extensionPage('bench.html')
    await until('the model', () => page.evaluate(() => 'ways' in globalThis), { timeoutMs: 60_000 })
    const look = (way: Way, name: string): Promise<Looked> =>
      page.evaluate(
        ([way, url]) =>
          (globalThis as unknown as { ways: Record<string, (url: string) => Promise<Looked>> }).ways[way]?.(
            url,
          ) as Promise<Looked>,
        [way, `https://${site}/${encodeURIComponent(name)}`] as const,
      )
    const ms: Record<Way, number[]> = { bare: [], whole: [] }
    const cpu: Record<Way, number[]> = { bare: [], whole: [] }
    const scores: Record<Way, [string, PictureScores][]> = { bare: [], whole: [] }
    const unreadable = new Set<string>()
    const measure = async (way: Way, name: string): Promise<void> => {
      const before = await extensionCpuMs(browser.device.profileDir)
      const looked = await look(way, name).catch((): Looked => ({ ms: 0, scores: null }))
      const after = await extensionCpuMs(browser.device.profileDir)
      if (looked.scores === null) {
        unreadable.add(`${way} ${name}`)
        return
      }
      ms[way].push(looked.ms)
      cpu[way].push(after - before)
      scores[way].push([name, looked.scores])
    }
    for (const name of all.keys()) for (const way of ['bare', 'whole'] as const) await measure(way, name)
    const isPhotograph = ([name]: readonly [string, unknown]): boolean => !drawnKinds.has(kindOf(name))
    const found = {
      unreadable: unreadable.size,
      ms: { 'nsfwjs alone': figures(ms.bare), 'whole path': figures(ms.whole) },
      'cpu ms': { 'nsfwjs with decoding': figures(cpu.bare), 'whole path': figures(cpu.whole) },
      'photographs, kept': kept(scores.whole.filter(isPhotograph)),
      'photographs, nsfwjs alone': kept(scores.bare.filter(isPhotograph)),
      ...keptByKind(scores.whole),
    }
    return {
      figures: found,
      table: `\`\`\`\n${linesOf(found).join('\n')}\n\`\`\``,
      isComplete: photos.length > 0,
    }
  } finally {
    await browser.close()
    await sites.close()
    await rm(dir, { recursive: true, force: true })
  }
}
