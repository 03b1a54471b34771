import { parseArgs } from 'node:util'
import { asksForHelp, endWith, wrongOption } from '#server/cli/options.ts'
import { buildWhatIsStale } from '#test/support/stale-builds.ts'
import { benchBattery } from './battery.ts'
import { benchColdStorage } from './cold-storage.ts'
import { benchImages } from './images.ts'
import { benchLive } from './live.ts'
import { benchNavigation } from './navigation.ts'
import { benchReading } from './reading.ts'
import { type BenchResult, keepResult, linesOf } from './results.ts'
import { benchRules } from './rules.ts'
import { benchStore } from './store.ts'
import { benchUrl } from './url.ts'

interface Bench {
  /** True when it drives what `npm run build` makes. */
  readonly needsBuilds?: boolean
  run(args: readonly string[]): Promise<BenchResult>
}

/** A bench without options, whose table is a line for each figure. */
const plain = (measure: () => Promise<object>): Bench['run'] => {
  return async (args) => {
    parseArgs({ args: [...args], options: {} })
    const figures = await measure()
    return { figures, table: `\`\`\`\n${linesOf(figures).join('\n')}\n\`\`\``, isComplete: true }
  }
}

const benches: Readonly<Record<string, Bench>> = {
  navigation: { needsBuilds: true, run: benchNavigation },
  live: { needsBuilds: true, run: plain(benchLive) },
  store: { run: plain(benchStore) },
  reading: { needsBuilds: true, run: benchReading },
  rules: { run: plain(benchRules) },
  'cold-storage': { run: benchColdStorage },
  url: { run: benchUrl },
  images: { needsBuilds: true, run: benchImages },
  battery: { needsBuilds: true, run: benchBattery },
}

const args = process.argv.slice(2)
const firstOption = args.findIndex((arg) => arg.startsWith('-'))
const asked = firstOption === -1 ? args : args.slice(0, firstOption)
const options = args.slice(asked.length)
const unknown = asked.filter((name) => !Object.hasOwn(benches, name))
const usage = `npm run bench -- <${Object.keys(benches).join(' | ')}> ... [options]`
if (asksForHelp(args)) {
  process.stdout.write(`${usage}\n`)
  process.exit(0)
}
if (asked.length === 0) endWith('which bench?', usage)
if (unknown.length > 0) endWith(`there is no bench ${unknown.join(', ')}`, usage)
if (asked.some((name) => benches[name]?.needsBuilds)) await buildWhatIsStale()
for (const name of asked) {
  const result = await benches[name]?.run(options).catch((error: unknown) => {
    const reason = wrongOption(error)
    if (reason === null) throw error
    return endWith(reason, usage)
  })
  if (result === undefined) continue
  const kept = await keepResult(name, result)
  process.stdout.write(`${JSON.stringify(result.figures, null, 2)}\n\n${result.table}\n\n${kept}\n`)
}
