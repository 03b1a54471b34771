import type { EpochMs } from '../base/fields.ts'
import type { Address } from '../domain/address.ts'
import { type Action, type CategoryId, traitsOf } from '../domain/category.ts'
import type { ClockStretch } from '../domain/clock-stretch.ts'
import type { Decision, Reason } from '../domain/decision.ts'
import type { FlagCause } from '../domain/flag.ts'
import type { LessonOnDevice } from '../domain/lesson.ts'
import type { Period } from '../domain/period.ts'
import { actionIn, type CompiledPolicy, flagIn } from '../domain/policy.ts'
import { covers, exactness, readSitePattern } from '../domain/site.ts'
import { lineOf, type TraceStep } from '../domain/trace.ts'
import {
  categoriesOf,
  type Evidence,
  type EvidenceSource,
  isOwnWords,
  type Verdict,
} from '../domain/verdict.ts'
import { flagSeverity } from './flag-severity.ts'
import { periodAt } from './schedule.ts'

/** Everything besides page and policy that a decision depends on. */
export interface Moment {
  readonly at: EpochMs
  readonly lesson: LessonOnDevice | null
  readonly lock: { readonly message: string | null } | null
  /** Sites opened for this pupil by a teacher, as site patterns. */
  readonly grants: readonly string[]
  /** Sites the pupil went on to after a pause page, as site patterns. */
  readonly wentOn: readonly string[]
  /** What the pupil did to get here; null when nobody asked for it (a picture in a page), so that no flag is raised. */
  readonly cause: FlagCause | null
  /** What is known of the clocks of the school's time zone; the decision is the same without it, but may come later. */
  readonly clocks?: ClockStretch | null
}

interface Outcome {
  readonly action: Action
  readonly reason: Reason
  readonly category: CategoryId | null
  readonly because: TraceStep | null
}

interface Question {
  readonly verdict: Verdict
  readonly categories: readonly CategoryId[]
  readonly policy: CompiledPolicy
  readonly moment: Moment
  /** Asked for only by rules whose answer depends on it. */
  readonly period: () => Period
}

/**
 * The policy applied to a verdict in a moment. The first rule of `rules` that has an opinion decides.
 * Pure: same arguments, same decision, wherever it runs.
 */
export function decide(verdict: Verdict, policy: CompiledPolicy, moment: Moment): Decision {
  const period = once(() =>
    periodAt(moment.at, policy.schedule, moment.lesson !== null, moment.clocks ?? null),
  )
  const question: Question = { verdict, categories: categoriesOf(verdict), policy, moment, period }
  const outcome = firstOpinion(question)
  const evidence = verdict.evidence.map(inWords)
  return {
    action: outcome.action,
    reason: outcome.reason,
    category: outcome.category,
    categories: question.categories.slice(0, 20),
    flag: flagSeverity({ verdict, policy, period, cause: moment.cause, reason: outcome.reason }),
    trace: [...evidence, ...(outcome.because ? [outcome.because] : [])].slice(-20),
  }
}

/** What words were found in is said by name; the rest is known by its list. */
const saidIn: { readonly [S in EvidenceSource]?: string } = {
  query: 'search',
  text: 'page text',
  typed: 'typed words',
}

function inWords({ list, source, rule, category }: Evidence): TraceStep {
  const from = saidIn[source]
  const what = from === undefined ? rule : `“${rule}”`
  return { from: from ?? list, found: lineOf({ says: 'is', what, category }) }
}

/** Works a value out when it is asked for the first time. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function firstOpinion(question: Question): Outcome {
  for (const rule of rules) {
    const outcome = rule(question)
    if (outcome) return outcome
  }
  return { action: 'allow', reason: 'nothing-known', category: null, because: null }
}

const policyName = ({ version }: CompiledPolicy): string =>
  version === 0 ? 'packaged policy' : `policy ${version}`

/** In order of authority. The law first, help before any lock, people before lists. */
const rules: readonly ((question: Question) => Outcome | null)[] = [
  lockedCategory,
  support,
  lock,
  schoolRule,
  granted,
  onlyTheseSites,
  help,
  wentOn,
  byCategory,
]

/** What a model reads in words may be wrong, and is blocked by category below: it never outranks the school. */
const isRead = (source: EvidenceSource): boolean => source === 'text' || source === 'typed'

function lockedCategory({ verdict, policy }: Question): Outcome | null {
  const known = verdict.evidence.filter(({ source }) => !isRead(source))
  const category = known.find((one) => traitsOf(one.category).locked)?.category
  if (!category) return null
  const because = { from: policyName(policy), found: lineOf({ says: 'always-blocked', category }) }
  return { action: 'block', reason: 'category', category, because }
}

function support({ categories, policy }: Question): Outcome | null {
  if (!categories.includes('support')) return null
  const because = { from: policyName(policy), found: 'help and support is never blocked' }
  return { action: 'allow', reason: 'support', category: 'support', because }
}

function lock({ moment }: Question): Outcome | null {
  if (!moment.lock) return null
  const because = { from: 'lesson', found: 'the screen is locked' }
  return { action: 'block', reason: 'lock', category: null, because }
}

function schoolRule({ verdict, policy }: Question): Outcome | null {
  const own = schoolRuleFor(policy, namesOf(verdict))
  // What the school shuts stays shut behind a translator or an archive; what it opens opens no other site that leads there.
  const behind = (verdict.leadsTo ?? [])
    .map((address) => schoolRuleFor(policy, [address]))
    .find((rule) => rule?.effect === 'block')
  const best = behind && behind.exactness >= (own?.exactness ?? 0) ? behind : own
  if (!best) return null
  const because = { from: policyName(policy), found: `the school ${best.effect}s ${best.site}` }
  return { action: best.effect, reason: 'school-rule', category: null, because }
}

/** The school's most exact rule for a page, which may go by several names; of two equal ones the allowing one. */
const schoolRuleFor = (policy: CompiledPolicy, names: readonly Address[]) =>
  policy.sites
    .flatMap(({ site, effect }) => {
      const parts = readSitePattern(site)
      const isCovered = parts !== null && names.some((name) => covers(parts, name))
      return isCovered ? [{ site, effect, exactness: exactness(parts) }] : []
    })
    .toSorted((one, other) => other.exactness - one.exactness || (one.effect === 'allow' ? -1 : 1))[0]

const openedBy = ({ verdict, moment }: Question): string | null =>
  patternFor(verdict, [...moment.grants, ...(moment.lesson?.scene.openSites ?? [])])

/** A teacher opens a site, never what the policy keeps shut: neither such a site nor such a search on an open one. */
function granted(question: Question): Outcome | null {
  const { categories, policy } = question
  const site = openedBy(question)
  if (site === null || categories.some((id) => policy.neverOpened.includes(id))) return null
  const because = { from: 'lesson', found: `${site} is opened for this lesson` }
  return { action: 'allow', reason: 'granted', category: null, because }
}

function onlyTheseSites(question: Question): Outcome | null {
  const { verdict, moment } = question
  if (!moment.lesson?.scene.onlyThese || verdict.host === '' || openedBy(question) !== null) return null
  const because = {
    from: 'lesson',
    found: `the scene “${moment.lesson.scene.name}” opens only its own sites`,
  }
  return { action: 'block', reason: 'scene', category: null, because }
}

function help({ verdict, categories, policy, moment }: Question): Outcome | null {
  if (!verdict.seeksHelp || patternFor(verdict, moment.wentOn) !== null) return null
  const because = { from: policyName(policy), found: 'a search for help is met with help' }
  return { action: 'coach', reason: 'help', category: categories[0] ?? null, because }
}

const weight: Readonly<Record<Action, number>> = { allow: 0, coach: 1, block: 2 }

function actionFor({ policy, period, moment }: Question, id: CategoryId): Action {
  const opened = moment.lesson?.scene.openCategories.includes(id) && !policy.neverOpened.includes(id)
  return opened ? 'allow' : actionIn(policy, id, period())
}

/** The strictest category: worst action, then gravest flag. The words of somebody who looks for help shut nothing. */
function strictest(question: Question): { id: CategoryId; action: Action } | null {
  const { categories, policy, verdict } = question
  const ofSite = new Set(
    verdict.evidence.flatMap(({ source, category }) => (isOwnWords(source) ? [] : [category])),
  )
  const ranked = (verdict.seeksHelp ? categories.filter((id) => ofSite.has(id)) : categories)
    .map((id) => ({ id, action: actionFor(question, id), flag: flagIn(policy, id) }))
    .toSorted((one, other) => weight[other.action] - weight[one.action] || other.flag - one.flag)
  return ranked[0] ?? null
}

function wentOn(question: Question): Outcome | null {
  const { verdict, moment } = question
  const site = patternFor(verdict, moment.wentOn)
  const found = strictest(question)
  if (site === null || found?.action !== 'coach') return null
  const because = { from: 'pupil', found: `went on to ${site} after the pause page` }
  return { action: 'allow', reason: 'paused-and-went-on', category: found.id, because }
}

function byCategory(question: Question): Outcome | null {
  const found = strictest(question)
  if (!found) return null
  const { id: category, action } = found
  const line = lineOf({ says: 'decided', action, category, period: question.period() })
  const because = { from: policyName(question.policy), found: line }
  return { action, reason: 'category', category, because }
}

/** The address of a page, and the name that rules use for it when it is another. */
const namesOf = (verdict: Verdict): Address[] => (verdict.samePage ? [verdict, verdict.samePage] : [verdict])

function patternFor(verdict: Verdict, patterns: readonly string[]): string | null {
  const names = namesOf(verdict)
  const covering = (pattern: string): boolean => {
    const parts = readSitePattern(pattern)
    return parts !== null && names.some((name) => covers(parts, name))
  }
  return patterns.find(covering) ?? null
}
