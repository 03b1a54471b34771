import type { ListReport } from '../../services/lists/list-report.ts'

const count = (number: number): string => number.toLocaleString('en-GB')

/** What a build has to say, for the person who started it: the sum, then what was held back and why, then what a person should look at. */
export function buildInWords(
  facts: {
    out: string
    hosts: number
    paths: number
    bytes: number
    bytesPerHost: number | null
    cpuSeconds: number
  },
  report: ListReport,
): string {
  const refused = report.sources.reduce(
    (sum, source) => sum + Object.values(source.refused).reduce((all, { count: lines }) => all + lines, 0),
    0,
  )
  return [
    `${facts.out}: ${count(facts.hosts)} hosts, ${count(facts.paths)} path rules, ${count(facts.bytes)} bytes ` +
      `(${facts.bytesPerHost ?? 0} a rule), ${facts.cpuSeconds} s of processor time`,
    `${count(refused)} lines refused, ${count(report.subsumed.hosts + report.subsumed.paths)} rules left out because a shorter one says as much`,
    ...report.sources.flatMap(({ name, problem }) =>
      problem === undefined ? [] : [`nothing taken of ${name}: ${problem}`],
    ),
    ...report.protection.problems,
    ...report.caught.map(({ source, why }) => `nothing that ${source} says of harm is believed: ${why}`),
    ...report.heldBack.map(
      (held) =>
        `held back: ${count(held.count)} of ${held.source} (${held.category}), ${reasons[held.reason]}: ${held.sites.slice(0, 8).join(', ')}`,
    ),
    `${count(report.conflicts.hosts)} sites are safe to one source and harmful to another`,
    `${count(report.popularInHarm.length)} of the ${count(report.protection.popular)} most visited hosts are in a harm category; --report lists them`,
  ].join('\n')
}

const reasons: Readonly<Record<ListReport['heldBack'][number]['reason'], string>> = {
  'public-suffix': 'they would speak for everybody’s sites',
  'must-not-block': 'they must never be blocked',
  'covers-must-not-block': 'they would cover what must never be blocked',
  popular: 'they are among the most visited, and only one publisher says so',
  caught: 'their source was caught with public suffixes',
  sudden: 'so many popular sites at once are more likely a mistake',
}
