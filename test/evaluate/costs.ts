import { readRows } from '#server/training/read-corpus.ts'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import { shippedModelFile } from '#test/support/text-model.ts'
import type { Judge } from './judges.ts'
import { table } from './table.ts'

const pageUnits = 20_480
const pagesPerRound = 6
const searchesPerRound = 300
const rounds = 9

/**
 * The chapter on time: CPU time of each judge. All read the same texts, none of which any judge finds something in: a package that only answers whether there is
 * anything stops at the first thing it finds. Judges take turns, each round has texts that were not read before, and the median round counts; the first warms up.
 */
export async function costs(folder: string, judges: readonly Judge[]): Promise<string> {
  const isQuiet = (text: string, context: 'page' | 'query') =>
    judges.every(({ judge }) => judge(text, context).length === 0)
  const blocks = readRows(folder, 'openstax', 'dev').map(({ text }) => text)
  const pages = pagesOf(blocks.filter((text) => isQuiet(text, 'page'))).filter((text) =>
    isQuiet(text, 'page'),
  )
  const searches = readRows(folder, 'queries', 'dev')
    .map(({ text }) => text)
    .filter((text) => isQuiet(text, 'query'))
  const onPages = inTurns(judges, inRounds(pages, pagesPerRound), 'page')
  const onSearches = inTurns(judges, inRounds(searches, searchesPerRound), 'query')
  const loads = await loadTimes()
  return `## Time

CPU time, median of ${rounds} rounds in which the judges take turns. Pages are textbook text of 20 kB, ${pagesPerRound} to a round, searches ${searchesPerRound} to a round; each is read once by each judge, and
none of them finds anything in it, so that nobody stops early: \`hasMatch\` (obscenity), \`exists\` (@2toad/profanity) and \`check\` (allprofanity) go through all of it.

${table(
  ['', 'load, ms', 'page of 20 kB, ms', 'search, µs'],
  judges.map(({ name }, nth) => [
    name,
    name === 'lapwing' ? median(loads).toFixed(1) : '',
    (onPages[nth] ?? 0).toFixed(2),
    (1000 * (onSearches[nth] ?? 0)).toFixed(1),
  ]),
)}`
}

/** What opening the model takes, each time anew. */
async function loadTimes(): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const file = shippedModelFile()
    const started = process.cpuUsage()
    await openTextModel(file)
    times.push(msSince(started))
  }
  return times
}

/** Blocks end to end, cut into pages of one size. */
export function pagesOf(blocks: readonly string[]): string[] {
  const all = blocks.join('\n\n')
  return Array.from({ length: Math.floor(all.length / pageUnits) }, (_, nth) =>
    all.slice(nth * pageUnits, (nth + 1) * pageUnits),
  )
}

/** `rounds` rounds of different texts, and one before them to warm up. Throws when there are too few. */
function inRounds(texts: readonly string[], perRound: number): string[][] {
  const found = Array.from({ length: rounds + 1 }, (_, nth) =>
    texts.slice(nth * perRound, (nth + 1) * perRound),
  )
  if (found.at(-1)?.length !== perRound)
    throw new Error(`too few texts to measure time with: ${texts.length}, wanted ${(rounds + 1) * perRound}`)
  return found
}

/** For each judge the median of what one text takes, in milliseconds. */
function inTurns(
  judges: readonly Judge[],
  rounds: readonly (readonly string[])[],
  context: 'page' | 'query',
): number[] {
  const times = judges.map((): number[] => [])
  for (const [round, texts] of rounds.entries())
    for (const turn of judges.keys()) {
      const nth = (round + turn) % judges.length
      const ms = cpuMs(() => {
        for (const text of texts) judges[nth]?.judge(text, context)
      })
      if (round > 0) times[nth]?.push(ms / texts.length)
    }
  return times.map(median)
}

/** The middle one, or the upper of the two in the middle. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

function cpuMs(work: () => void): number {
  const started = process.cpuUsage()
  work()
  return msSince(started)
}

function msSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}
