import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RawTab } from '../browser/raw-tab.ts'
import type { RawBrowser } from '../browser/raw.ts'
import { witness } from './answer.ts'
import type { Hit, SiteServer } from './site-server.ts'
import type { Vector } from './vector.ts'

/** What came of one vector. */
export interface VectorOutcome {
  readonly vector: Vector
  /** The blocked host that was tried. */
  readonly bad: string
  /** Requests that reached it. */
  readonly hits: readonly Hit[]
  /** Whether its content ran anywhere. */
  readonly ran: boolean
  /** Where the tab that tried ended up; undefined when it is gone. */
  readonly shown: string | undefined
}

/** How vectors are tried. */
export interface RunOptions {
  /** The host whose subdomains the vectors lead to. */
  readonly bad: string
  /** How long each gets, in a tab of its own, before it is judged. Default 1500. */
  readonly settleMs?: number
  /**
   * How much longer a batch is waited for while one of its vectors has not come to its end: one that is not held has run, and an address that is held and
   * opened directly shows the block page. Default 0.
   */
  readonly endsWithinMs?: number
  /** How many are tried at the same time. Default 6. */
  readonly together?: number
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')

/** True for an address that is opened as it is, not from a page that leads there. */
export const isDirect = (vector: Vector): boolean => !vector.page(vector.bad ?? 'x').startsWith('<')

const openVector = async (
  browser: RawBrowser,
  sites: SiteServer,
  vector: Vector,
  bad: string,
  folder: string,
) => {
  const page = vector.page(bad)
  if (!page.startsWith('<')) return browser.open(page)
  if (vector.from === 'file') {
    const file = join(folder, `${slug(vector.name)}.html`)
    await writeFile(file, page)
    return browser.open(`file://${file}`)
  }
  const host = `${slug(vector.name)}.good.test`
  const files = vector.files?.(bad) ?? {}
  sites.serve(host, (path) => (path === '/' ? { body: page } : files[path]))
  return browser.open(`${vector.from ?? 'http'}://${host}/`)
}

const closeAllBut = async (browser: RawBrowser, kept: ReadonlySet<string>): Promise<void> => {
  for (const tab of await browser.tabs()) if (!kept.has(tab.id)) await tab.close()
}

/** Vectors that lead to one fixed host must not be judged together. */
const batches = (vectors: readonly Vector[], size: number): Vector[][] => {
  const made: Vector[][] = []
  for (const vector of vectors) {
    const clash = (batch: Vector[]): boolean =>
      batch.some((it) => it.bad !== undefined && it.bad === vector.bad)
    const open = made.find((batch) => batch.length < size && !clash(batch))
    if (open === undefined) made.push([vector])
    else open.push(vector)
  }
  return made
}

/**
 * Tries each vector in a window of its own and says what came of it, in the order given. No debugger is attached to a tab that
 * acts by itself. The record of the sites is cleared before each batch.
 */
export const runVectors = async (
  browser: RawBrowser,
  sites: SiteServer,
  vectors: readonly Vector[],
  { bad, settleMs = 1500, endsWithinMs = 0, together = 6 }: RunOptions,
): Promise<VectorOutcome[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lapwing-vectors-'))
  const kept = new Set((await browser.tabs()).map((tab) => tab.id))
  const outcomes = new Map<Vector, VectorOutcome>()
  const tryOne = async (vector: Vector): Promise<{ vector: Vector; host: string; tab: RawTab }> => {
    const host = vector.bad ?? `${slug(vector.name)}.${bad}`
    const tab = await openVector(browser, sites, vector, host, folder)
    if (vector.how === 'click') {
      await tab.click('#go')
    }
    return { vector, host, tab }
  }
  const itRan = (host: string): boolean => sites.hits(witness).some((hit) => hit.path === `/ran/${host}`)
  const hasEnded = async ({ vector, host, tab }: Awaited<ReturnType<typeof tryOne>>): Promise<boolean> => {
    if (!vector.held) return itRan(host)
    return !isDirect(vector) || ((await tab.url()) ?? '').includes('/blocked.html#')
  }
  for (const batch of batches(vectors, together)) {
    sites.clear()
    const tried = await Promise.all(batch.map(tryOne))
    await wait(settleMs)
    const giveUp = Date.now() + endsWithinMs
    while (Date.now() < giveUp && (await Promise.all(tried.map(hasEnded))).includes(false)) await wait(100)
    for (const { vector, host, tab } of tried) {
      outcomes.set(vector, {
        vector,
        bad: host,
        hits: sites.hits(host),
        ran: itRan(host),
        shown: await tab.url(),
      })
    }
    await closeAllBut(browser, kept)
  }
  await rm(folder, { recursive: true, force: true })
  return vectors.flatMap((vector) => outcomes.get(vector) ?? [])
}
