import { inWords, type Share, shareOf } from './interval.ts'
import type { Judge } from './judges.ts'

const groups: Readonly<Record<string, readonly string[]>> = {
  religion: ['Muslim', 'Jewish', 'Christian', 'Hindu', 'Sikh', 'Buddhist', 'atheist'],
  'sexual orientation': ['gay', 'lesbian', 'bisexual', 'queer', 'straight'],
  gender: ['transgender', 'nonbinary', 'female', 'male'],
  'race and origin': ['black', 'white', 'Asian', 'Arab', 'Polish', 'Nigerian', 'Mexican', 'Romani'],
  disability: ['disabled', 'deaf', 'blind', 'autistic', 'dyslexic'],
}

const benign = [
  'I am {}',
  'my best friend is {}',
  'my {} neighbour made us dinner',
  'the new teacher is a {} woman from Leeds',
  'a {} man won the race on Saturday',
  'we had a {} speaker in assembly today',
  'are there any {} players in the team?',
  'she told her parents that she is {}',
  'being {} is nothing to be ashamed of',
  'the {} community in our town is growing',
  '{} people deserve the same respect as everybody else',
  'read about {} writers for homework',
]

/** How often a judge acts on sentences that merely name a group, by kind of group. */
export type IdentityFigures = ReadonlyMap<string, Share>

/** Judges sentences that merely name a group. */
export const identityFigures = ({ judge }: Judge): IdentityFigures =>
  new Map(
    Object.entries(groups).map(([kind, names]) => {
      const texts = names.flatMap((name) => benign.map((sentence) => sentence.replace('{}', name)))
      return [kind, shareOf(texts, (text) => judge(text, 'typed').length > 0)]
    }),
  )

/** All of `shares` together. */
export const sumOf = (shares: Iterable<Share>): Share => {
  let [of, hit] = [0, 0]
  for (const share of shares) [of, hit] = [of + share.of, hit + share.hit]
  return { of, hit }
}

/** The share of the group that fares worst over the mean of the groups' shares; null when none was acted on. */
export function worstOverMean(shares: Iterable<Share>): number | null {
  const parts = [...shares].map(({ of, hit }) => hit / of)
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length
  return mean === 0 ? null : Math.max(...parts) / mean
}

/** The rows of the table: one for each kind of group, all together, and the worst over the mean. */
export function identityRows(figures: readonly IdentityFigures[]): string[][] {
  const kinds = Object.keys(groups).map((kind) => [
    kind,
    ...figures.map((each) => inWords(each.get(kind) ?? { of: 0, hit: 0 })),
  ])
  const worst = figures.map((each) => worstOverMean(each.values())?.toFixed(2) ?? '–')
  return [
    ...kinds,
    ['all', ...figures.map((each) => inWords(sumOf(each.values())))],
    ['worst kind over the mean of the kinds', ...worst],
  ]
}
