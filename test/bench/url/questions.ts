import { findParent } from './parents.ts'

/** Hosts to ask for, by kind. Kinds have as many questions each as were asked for, if there are that many. */
export interface Questions {
  /** Listed hosts and hosts below them. */
  readonly hit: readonly string[]
  /** Hosts of which neither they nor any parent are listed: popular ones, and listed ones that are not in this sample. */
  readonly miss: readonly string[]
  /** What a pupil's device asks all day: popular hosts, the more popular the more often, mostly with a sub-domain. */
  readonly mix: readonly string[]
}

export const questionKinds = ['hit', 'miss', 'mix'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** What questions are made from. */
export interface QuestionSources {
  readonly listed: ReadonlySet<string>
  readonly listedHosts: readonly string[]
  /** Listed elsewhere, not in this sample. */
  readonly heldOut: readonly string[]
  readonly popular: readonly string[]
  /** How many of `popular` are the most popular. */
  readonly top: number
}

/** What the web puts in front of a domain, the frequent ones more than once. */
const subDomains =
  'www. www. www. www. cdn. static. api. img. m. fonts. accounts. login. mail. i. assets.cdn. eu-west-1.api. d1x7.cloud. media-2.static.'.split(
    ' ',
  )

/** What to know about the questions to understand the figures. */
export interface AboutQuestions {
  readonly perKind: number
  readonly meanLabels: Readonly<Record<QuestionKind, number>>
  /** Share of the mix that is listed. */
  readonly listedInMix: number
}

/** Draws `count` questions of each kind, the same ones for the same sources. */
export function questionsFor(
  sources: QuestionSources,
  count: number,
): { asked: Questions; about: AboutQuestions } {
  const random = numbers(count)
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const below = (host: string, share: number): string =>
    random() < share ? `${pick(subDomains) ?? ''}${host}` : host
  const drawn = (host: () => string | undefined, share: number): string[] =>
    Array.from({ length: count }, () => below(host() ?? 'nobody.test', share))

  const isListed = (host: string): boolean => findParent(host, (name) => sources.listed.has(name))
  const unlisted = [...sources.popular, ...sources.heldOut.slice(0, sources.popular.length)].filter(
    (host) => !isListed(host),
  )
  const { popular, top } = sources
  const topHosts = popular.slice(0, top)
  const others = popular.slice(top)
  const visited = (): string | undefined => {
    // A device asks for few hosts very often: the third power puts half of what it asks onto an eighth of the hosts.
    const hosts = random() < 0.8 || others.length === 0 ? topHosts : others
    return hosts[Math.floor(random() ** 3 * hosts.length)]
  }
  const asked = {
    hit: drawn(() => pick(sources.listedHosts), 0.5),
    miss: drawn(() => pick(unlisted), 0.5).filter((host) => !isListed(host)),
    mix: drawn(visited, 0.75),
  }
  const { hit, miss, mix } = asked
  const meanLabels = { hit: meanLabelsOf(hit), miss: meanLabelsOf(miss), mix: meanLabelsOf(mix) }
  const listedInMix = mix.filter(isListed).length / mix.length
  return { asked, about: { perKind: count, meanLabels, listedInMix } }
}

const meanLabelsOf = (hosts: readonly string[]): number =>
  Number((hosts.reduce((sum, host) => sum + host.split('.').length, 0) / hosts.length).toFixed(2))

/** Numbers from 0 to 1 by mulberry32 (T. Ettinger, public domain). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
