import { cpus } from 'node:os'
import type { BenchResult } from './results.ts'
import { readArguments } from './url/arguments.ts'
import { compare, type Effort, type Outcome } from './url/compare.ts'
import { contenderNames, leftOut } from './url/contenders.ts'
import { firstDomains } from './url/domain-file.ts'
import { withMadeUp } from './url/made-up.ts'
import { type AboutQuestions, questionsFor } from './url/questions.ts'
import { ratiosOf } from './url/ratios.ts'
import { pinnedCore } from './url/start-process.ts'
import { askingTable, keepingTable } from './url/tables.ts'
import { readUniverse } from './url/universe.ts'

const questionsPerKind = 20_000
/** Domains that are not in the sample, to ask for. */
const heldOutAtLeast = 100_000

const effortFor = (domains: number): Effort => ({
  runs: domains > 500_000 ? 3 : 5,
  patienceMs: 8000,
  rounds: 24,
  limitMs: 300_000,
})

interface Part {
  readonly domains: number
  /** How many of them the lists do not have. */
  readonly madeUp: number
  readonly questions: AboutQuestions
  readonly contenders: readonly Outcome[]
  readonly ratios: object
}

/** Compares ways to keep millions of domains and to look hosts up in them, on the same domains and questions. */
export async function benchUrl(args: readonly string[]): Promise<BenchResult> {
  const { data, sizes, names } = readArguments(args)
  const universe = await readUniverse(data)
  if (!universe.ok) throw new Error(universe.error)
  const { domains: real, ...popular } = universe.value
  const parts: Part[] = []
  for (const size of sizes) {
    const all = withMadeUp(real, size + heldOutAtLeast)
    const domains = firstDomains(all, size)
    const heldOut = all.hosts.slice(size)
    const madeUp = Math.max(0, size - real.hosts.length)
    const { asked, about } = questionsFor(
      { listed: new Set(domains.hosts), listedHosts: domains.hosts, heldOut, ...popular },
      questionsPerKind,
    )
    const contenders = await compare(names, domains, asked, effortFor(size))
    parts.push({ domains: size, madeUp, questions: about, contenders, ratios: ratiosIn(contenders) })
  }
  const machine = { cpu: cpus()[0]?.model ?? '', node: process.version, pinnedCore }
  return {
    figures: { machine, leftOut, sizes: parts },
    table: [how(machine), ...parts.map(textOf)].join('\n\n'),
    isComplete: names.length === contenderNames.length,
  }
}

/** By contender: its figures divided by ours, and by the floor's. */
function ratiosIn(outcomes: readonly Outcome[]): object {
  const named = (wanted: string): Outcome | undefined => outcomes.find(({ name }) => name === wanted)
  const rows = outcomes.map((outcome): [string, object] => [
    outcome.name,
    {
      toOurs: ratiosOf(outcome, named('lapwing')),
      lookupToFloor: ratiosOf(outcome, named('floor')).nanos,
    },
  ])
  return Object.fromEntries(rows)
}

const how = ({ cpu, node }: { cpu: string; node: string }): string =>
  `${cpu}, Node ${node}; every contender in processes of its own, ${pinnedCore === null ? 'not bound to a core (no taskset here)' : 'all bound to one core'}, in turn; \
medians, CPU time of all threads. \`load\`: from the file, which the system has in memory, to the first answer in a fresh process, its code already there. \
\`+MB\`: what the process keeps more after that (RSS does not show what fits into memory that loading the code had freed). \`hot\`: 256 hosts again and again; \`cold\`: other hosts each time, after 96 MB went through the caches. \
\`floor\` hashes all suffixes of the host with the engine's hash and looks nothing up. \
Who says only yes/no was given no categories to keep. ghostery and ubo-core are whole filter engines: they take an address and make a request of it.

${leftOut.map((line) => `- ${line}`).join('\n')}`

const textOf = ({ domains, madeUp, questions, contenders }: Part): string =>
  `### ${domains.toLocaleString('en')} domains

${madeUp === 0 ? '' : `The lists have ${(domains - madeUp).toLocaleString('en')} distinct ones; the others are crossed from those. `}Labels of a host asked for, on average: ${Object.entries(
    questions.meanLabels,
  )
    .map(([kind, labels]) => `${kind} ${labels}`)
    .join(', ')}. Of the mix ${(questions.listedInMix * 100).toFixed(1)}% are listed.

${keepingTable(contenders, domains)}

${askingTable(contenders)}`
