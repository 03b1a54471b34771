import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figures, figures } from '../figures.ts'
import type { Domains, Says } from './contender.ts'
import { type ContenderName, contenders } from './contenders.ts'
import { writeDomains } from './domain-file.ts'
import { type CacheState, cacheStates, Cost, Mistakes, Opening, Timing } from './orders.ts'
import { type QuestionKind, questionKinds, type Questions } from './questions.ts'
import { type LoneProcess, startProcess } from './start-process.ts'

/** How often everything is measured. */
export interface Effort {
  /** Builds and cold loads of each contender. */
  readonly runs: number
  /** A contender that needed more CPU time than this for a build or a load is not asked to do it again. */
  readonly patienceMs: number
  /** Batches of each kind of question, hot and cold. */
  readonly rounds: number
  /** After this time without an answer a contender is out. */
  readonly limitMs: number
}

/** What was found out about one contender; what is missing is missing because it failed. */
export interface Outcome {
  readonly name: ContenderName
  readonly says: Says
  failed?: string
  bytes?: number
  buildCpuMs?: Figures
  loadCpuMs?: Figures
  loadWallMs?: Figures
  residentBytes?: Figures
  heapAndBuffersBytes?: Figures
  mistakes?: Mistakes
  /** CPU-ns of a lookup. */
  readonly nanos: Partial<Record<CacheState, Partial<Record<QuestionKind, Figures>>>>
}

interface Seat {
  readonly outcome: Outcome
  readonly file: string
  readonly builds: Cost[]
  readonly openings: Opening[]
  process?: LoneProcess
}

/**
 * Puts the same domains and questions to every contender, in turn, each in processes of its own. A contender that fails stays in the
 * answer with its reason, and the others go on.
 */
export async function compare(
  names: readonly ContenderName[],
  domains: Domains,
  questions: Questions,
  effort: Effort,
): Promise<Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lapwing-url-'))
  const seats: Seat[] = []
  for (const name of names) {
    const { says } = await contenders[name]()
    seats.push({ outcome: { name, says, nanos: {} }, file: join(folder, name), builds: [], openings: [] })
  }
  try {
    const domainsFile = join(folder, 'domains.txt')
    writeDomains(domainsFile, domains)
    await inTurn(seats, effort.runs, (seat) => build(seat, domainsFile, effort))
    await inTurn(seats, effort.runs, (seat) => open(seat, questions.hit[0] ?? '', effort))
    await inTurn(seats, 1, async ({ outcome, process }) => {
      const mistakes = await process?.ask(Mistakes, { do: 'take', ...questions })
      if (mistakes !== undefined && outcome.says !== 'nothing') outcome.mistakes = mistakes
    })
    for (const caches of cacheStates)
      for (const kind of questionKinds) await time(seats, caches, kind, effort.rounds)
    return seats.map(({ outcome }) => outcome)
  } finally {
    for (const seat of seats) await seat.process?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Rounds in which each contender that has not failed has its turn, so that a busy machine slows all of them. */
async function inTurn(
  seats: readonly Seat[],
  rounds: number,
  work: (seat: Seat, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const seat of seats) {
      if (seat.outcome.failed !== undefined) continue
      try {
        await work(seat, round)
      } catch (problem) {
        seat.outcome.failed = problem instanceof Error ? problem.message : String(problem)
        await seat.process?.stop()
      }
    }
  }
}

const isTooSlow = (costs: readonly Cost[], { patienceMs }: Effort): boolean =>
  costs.some(({ cpuMs }) => cpuMs > patienceMs)

async function build(seat: Seat, domains: string, effort: Effort): Promise<void> {
  const { outcome, file, builds } = seat
  if (isTooSlow(builds, effort)) return
  seat.process = await startProcess(outcome.name, effort.limitMs)
  builds.push(await seat.process.ask(Cost, { do: 'build', domains, file }))
  await seat.process.stop()
  outcome.bytes = (await stat(file)).size
  outcome.buildCpuMs = figures(builds.map(({ cpuMs }) => cpuMs))
}

/** The process of the last load stays for the questions. */
async function open(seat: Seat, first: string, effort: Effort): Promise<void> {
  const { outcome, file, openings } = seat
  if (isTooSlow(openings, effort)) return
  await seat.process?.stop()
  seat.process = await startProcess(outcome.name, effort.limitMs)
  const opening = await seat.process.ask(Opening, { do: 'open', file, first })
  openings.push(opening)
  const of = (pick: (opening: Opening) => number, decimals: number): Figures =>
    figures(openings.map(pick), decimals)
  outcome.loadCpuMs = of(({ cpuMs }) => cpuMs, 2)
  outcome.loadWallMs = of(({ wallMs }) => wallMs, 2)
  outcome.residentBytes = of(({ residentBytes }) => residentBytes, 0)
  outcome.heapAndBuffersBytes = of(({ heapAndBuffersBytes }) => heapAndBuffersBytes, 0)
}

async function time(
  seats: readonly Seat[],
  caches: CacheState,
  kind: QuestionKind,
  rounds: number,
): Promise<void> {
  const series = new Map<Seat, number[]>(seats.map((seat) => [seat, []]))
  await inTurn(seats, rounds, async (seat, round) => {
    const timing = await seat.process?.ask(Timing, { do: 'time', kind, caches, round })
    if (timing !== undefined) series.get(seat)?.push(timing.nanos)
  })
  for (const [{ outcome }, nanos] of series)
    if (nanos.length > 0) outcome.nanos[caches] = { ...outcome.nanos[caches], [kind]: figures(nanos) }
}
