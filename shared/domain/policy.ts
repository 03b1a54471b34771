import * as v from 'valibot'
import { Text, Words } from '../base/fields.ts'
import { Band, defaultAction } from './audience.ts'
import { Action, CategoryId, traitsOf } from './category.ts'
import { Period } from './period.ts'
import { defaultSearch, SearchRule, SearchSettings } from './search-settings.ts'
import { Severity } from './severity.ts'

/** A host or host/path prefix, without scheme: `bbc.co.uk`, `reddit.com/r/askscience`. Covers sub-domains and longer paths. */
export const SitePattern = v.pipe(Words(300), v.regex(/^[^\s:?#]+$/))

/** The school's own rule for a site. The longer rule wins; allow beats block at equal length. */
export const SiteRule = v.strictObject({
  site: SitePattern,
  effect: v.picklist(['allow', 'block']),
  /** Empty means everybody. */
  bands: v.pipe(v.array(Band), v.readonly()),
  why: Text(300),
})
export type SiteRule = v.InferOutput<typeof SiteRule>

/** A departure from the vocabulary's default action, for some bands and periods (empty means all). */
export const ActionRule = v.strictObject({
  category: CategoryId,
  action: Action,
  bands: v.pipe(v.array(Band), v.readonly()),
  periods: v.pipe(v.array(Period), v.readonly()),
})
export type ActionRule = v.InferOutput<typeof ActionRule>

const Minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440))

/** The school day, in the school's time zone: ISO weekday 1 (Monday) to 7, minutes since midnight. */
export const Schedule = v.strictObject({
  timeZone: Text(60),
  days: v.array(
    v.strictObject({
      weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
      startsMinute: Minute,
      endsMinute: Minute,
    }),
  ),
})
export type Schedule = v.InferOutput<typeof Schedule>

/** What a school edits. Everything not named here follows the vocabulary's defaults. */
export const Policy = v.strictObject({
  schoolName: Words(120),
  schedule: Schedule,
  actions: v.pipe(v.array(ActionRule), v.maxLength(1000)),
  sites: v.pipe(v.array(SiteRule), v.maxLength(5000)),
  /** Departures from the vocabulary's default severities; 0 raises none. */
  flags: v.array(v.strictObject({ category: CategoryId, severity: v.union([v.literal(0), Severity]) })),
  /** Departures from safe search for everybody and the bands' levels of YouTube; the later rule wins. Policies of before have none. */
  search: v.optional(v.pipe(v.array(SearchRule), v.maxLength(50)), []),
  /** Categories that no teacher opens, whatever the lesson: only the policy does. */
  neverOpened: v.array(CategoryId),
  /** Whether anything but filtering, reports and flags of severity 4 goes on out of hours. */
  monitorsOutOfHours: v.boolean(),
  /** How pupils reach the safeguarding team, in the school's words. */
  safeguardingContact: Text(300),
})
export type Policy = v.InferOutput<typeof Policy>

/**
 * The policy compiled for one audience: small, flat, versioned; what a device holds and `decide` reads.
 * Actions are in the order lesson, school day, out of hours.
 */
export const CompiledPolicy = v.strictObject({
  format: v.literal(1),
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  schoolName: Words(120),
  band: Band,
  schedule: Schedule,
  actions: v.record(CategoryId, v.strictTuple([Action, Action, Action])),
  flags: v.record(CategoryId, v.union([v.literal(0), Severity])),
  /** Missing in policies of before. */
  search: v.optional(SearchSettings),
  neverOpened: v.array(CategoryId),
  sites: v.array(v.strictObject({ site: SitePattern, effect: v.picklist(['allow', 'block']) })),
  monitorsOutOfHours: v.boolean(),
  safeguardingContact: Text(300),
})
export type CompiledPolicy = v.InferOutput<typeof CompiledPolicy>

const column: Readonly<Record<Period, 0 | 1 | 2>> = { lesson: 0, 'school-day': 1, 'out-of-hours': 2 }

/** The action for a category in a period. A category that the policy does not know yet goes by the vocabulary. */
export const actionIn = (policy: CompiledPolicy, id: CategoryId, period: Period): Action =>
  policy.actions[id]?.[column[period]] ?? defaultAction(traitsOf(id), policy.band)

/** The severity of a flag for the pupil's own words about a category; 0 raises none. */
export const flagIn = (policy: CompiledPolicy, id: CategoryId): 0 | Severity =>
  policy.flags[id] ?? traitsOf(id).flag

/** What searches and YouTube are asked to leave out. A policy that does not know of it yet goes by the band. */
export const searchIn = (policy: CompiledPolicy): SearchSettings =>
  policy.search ?? defaultSearch(policy.band)
