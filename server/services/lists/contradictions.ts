import type { ListReport } from './list-report.ts'
import type { Setting } from './setting.ts'

type Conflicts = ListReport['conflicts']

/** As many hosts of each pair of sources are named. */
const mostSamples = 5

/** Hosts that sources contradict each other about: all counted, some named. */
export function contradictionsIn({ gathered, judge }: Setting): Conflicts {
  const pairs = new Map<string, Conflicts['pairs'][number]>()
  const quiet = new Uint8Array(gathered.sets.size)
  let hosts = 0
  for (let host = 0; host < gathered.arena.size; host++) {
    const set = gathered.setOf(host)
    if (quiet[set] === 1) continue
    const { contradictions } = judge(set)
    if (contradictions.length === 0) {
      quiet[set] = 1
      continue
    }
    hosts++
    for (const found of contradictions) {
      const key = [found.safeSource, found.harmSource, found.wins].join(' ')
      const pair = pairs.get(key) ?? { ...found, count: 0, samples: [] }
      pairs.set(key, pair)
      pair.count++
      if (pair.samples.length < mostSamples) pair.samples.push(gathered.arena.nameOf(host))
    }
  }
  const order = (pair: Conflicts['pairs'][number]) => `${pair.safeSource} ${pair.harmSource} ${pair.wins}`
  return { hosts, pairs: [...pairs.values()].toSorted((one, other) => (order(one) < order(other) ? -1 : 1)) }
}
