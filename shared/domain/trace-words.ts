import type { CategoryId } from './category.ts'
import { periodWords } from './period.ts'
import { severityLabels } from './severity.ts'
import { actionVerbs, findingIn, type TraceStep } from './trace.ts'

/** Those who speak in a trace under one name each; the others are a policy or a list with its version. */
const speakers: Readonly<Record<string, string>> = {
  search: 'Search',
  'page text': 'Words on the page',
  'typed words': 'Written words',
  address: 'Address',
  pictures: 'Pictures',
  device: 'Device',
  lesson: 'Lesson',
  pupil: 'Pupil',
  policy: 'School’s policy',
  'packaged policy': 'Packaged policy',
}

function speaker(from: string): string {
  if (Object.hasOwn(speakers, from)) return speakers[from] ?? from
  const [, name, version] = /^(policy|starter) (\d+)$/.exec(from) ?? []
  if (name === 'policy') return policyLabel(Number(version))
  return name === 'starter' ? `Packaged lists (version ${version})` : listsLabel(from)
}

/** A policy by its version; 0 is the one that came with the program. */
export const policyLabel = (version: number): string =>
  version === 0 ? 'Packaged policy' : `School’s policy (version ${version})`

/** @param name of a school's list bundle, with its version */
export const listsLabel = (name: string): string => `School’s lists (${name})`

function findingInWords(found: string, nameOf: (id: CategoryId) => string): string {
  const finding = findingIn(found)
  switch (finding.says) {
    case 'is':
      return `${finding.what} counts as ${nameOf(finding.category)}`
    case 'always-blocked':
      return `${nameOf(finding.category)} is always blocked`
    case 'decided': {
      const { action, category, period } = finding
      return `${actionVerbs[action]} ${nameOf(category)} ${periodWords[period].toLowerCase()}`
    }
    case 'typed': {
      const { category, flag } = finding
      if (category === null) return 'Nothing in what was written is of concern'
      const level = flag === 0 ? 'no concern' : `${severityLabels[flag].toLowerCase()} level of concern`
      return `${nameOf(category)} in what was written: ${level}`
    }
    case 'other':
      return finding.words
  }
}

/**
 * A step of a trace in people's words: who speaks, and the categories by their names. What nobody has names for stays as it came.
 * @param nameOf a category's name, to stand inside a sentence
 */
export const stepInWords = ({ from, found }: TraceStep, nameOf: (id: CategoryId) => string): TraceStep => ({
  from: speaker(from),
  found: findingInWords(found, nameOf),
})
