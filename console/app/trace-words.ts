import { isCategoryId } from '#shared/domain/category.ts'
import type { TraceStep } from '#shared/domain/decision.ts'
import { Period } from '#shared/domain/period.ts'
import { type Severity, severityLabels } from '#shared/domain/severity.ts'
import { categoryLabel, timeLabels } from './words.ts'

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

/** The ways in which a step of a trace speaks of a category, and how staff read them. */
const phrases: readonly {
  readonly form: RegExp
  readonly say: (label: string, parts: Readonly<Record<string, string>>) => string
}[] = [
  { form: /^(?<what>.+) is (?<id>[a-z-]+)$/su, say: (label, { what }) => `${what} counts as ${label}` },
  { form: /^(?<id>[a-z-]+) is always blocked$/u, say: (label) => `${label} is always blocked` },
  {
    form: /^(?<verb>allows|pauses|blocks) (?<id>[a-z-]+) \((?<period>[a-z-]+)\)$/u,
    say: (label, { verb, period }) => `${verb} ${label} ${timeWords(period)}`,
  },
  {
    form: /^(?<id>[a-z-]+) in typed words is of severity (?<level>[0-4])$/u,
    say: (label, { level }) => `${label} in what was written: ${levelWords(level)}`,
  },
]

const timeWords = (period = ''): string =>
  timeLabels[Period.options.find((one) => one === period) ?? 'school-day'].toLowerCase()

const levelWords = (level = '0'): string =>
  level === '0' ? 'no concern' : `${severityLabels[Number(level) as Severity].toLowerCase()} level of concern`

/** What is said of typed words in which nothing was found. */
const nothingTyped = /^nothing in typed words is of severity \d$/u

function finding(found: string): string {
  if (nothingTyped.test(found)) return 'Nothing in what was written is of concern'
  for (const { form, say } of phrases) {
    const parts = form.exec(found)?.groups
    const id = parts?.['id'] ?? ''
    if (parts !== undefined && isCategoryId(id)) return say(categoryLabel(id), parts)
  }
  return found
}

/** A step of a trace as staff read it: the speaker and the categories by their names. What nobody has names for stays as it came. */
export const stepInWords = ({ from, found }: TraceStep): TraceStep => ({
  from: speaker(from),
  found: finding(found),
})
