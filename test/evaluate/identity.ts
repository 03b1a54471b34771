import { inWords, type Share } from './interval.ts'
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

/** Sentences that merely name a group, one row for each kind of group. */
export const identityRows = (judges: readonly Judge[]): string[][] =>
  Object.entries(groups).map(([kind, names]) => {
    const texts = names.flatMap((name) => benign.map((sentence) => sentence.replace('{}', name)))
    const shareOf = ({ judge }: Judge): Share => ({
      of: texts.length,
      hit: texts.filter((text) => judge(text, 'typed').length > 0).length,
    })
    return [kind, ...judges.map((judge) => inWords(shareOf(judge)))]
  })
