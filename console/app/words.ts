import type { ActivityStatus } from '#shared/domain/activity.ts'
import { bandLabels } from '#shared/domain/audience.ts'
import { type Action, type CategoryId, traitsOf } from '#shared/domain/category.ts'
import type { Reason } from '#shared/domain/decision.ts'
import type { FlagCause, Intent } from '#shared/domain/flag.ts'
import type { Period } from '#shared/domain/period.ts'
import type { ReportKind } from '#shared/domain/report.ts'
import type { TextContext } from '#shared/domain/text-context.ts'

/** A category as staff read it; "Not listed" when there is none. */
export const categoryLabel = (id: CategoryId | null): string =>
  id === null ? 'Not listed' : traitsOf(id).label

export const yearLabel = (year: number): string =>
  year === 0 ? (bandLabels['eyfs-y2'].split(' ')[0] ?? 'EYFS') : `Year ${year}`

export const reportKindLabels: Readonly<Record<ReportKind, string>> = {
  accident: 'Got there by accident',
  'worried-about-me': 'Worried about themselves',
  'worried-about-someone': 'Worried about someone else',
  upset: 'Saw something upsetting',
  'wrong-block': 'Says a site is wrongly blocked',
}

export const causeLabels: Readonly<Record<FlagCause, string>> = {
  search: 'Searched for it',
  visit: 'Opened a page',
  repeat: 'Tried again and again',
  typed: 'Wrote it',
  upload: 'Was about to send a picture',
}

export const intentLabels: Readonly<Record<Intent, string>> = {
  accidental: 'By accident',
  deliberate: 'On purpose',
  unknown: 'Not known',
}

export const activityLabels: Readonly<Record<ActivityStatus, string>> = {
  'on-page': 'On a page',
  blocked: 'Blocked page',
  paused: 'Pause page',
  locked: 'Locked',
  idle: 'Idle',
  private: 'Private page',
}

/** What happened to a page, or would. */
export const actionLabels: Readonly<Record<Action, string>> = {
  allow: 'Let through',
  coach: 'Shown a pause page',
  block: 'Blocked',
}

export const periodLabels: Readonly<Record<Period, string>> = {
  lesson: 'Lesson',
  'school-day': 'School day',
  'out-of-hours': 'Out of hours',
}

export const textContextLabels: Readonly<Record<TextContext, string>> = {
  page: 'On a page',
  query: 'Searched for',
  typed: 'Written',
}

export const reasonLabels: Readonly<Record<Reason, string>> = {
  'nothing-known': 'Nothing is known about the page',
  category: 'By its category',
  support: 'Help and support is never blocked',
  'school-rule': 'By the school’s own rule',
  granted: 'Opened by a teacher',
  'paused-and-went-on': 'The pupil went on after the pause page',
  scene: 'The lesson opens other sites only',
  lock: 'The screen was locked',
  help: 'A search for help was met with help',
  'not-ready': 'The lists were not ready yet',
}

/** `3 pupils`, `1 pupil`. */
export const count = (many: number, one: string, more = `${one}s`): string =>
  `${many} ${many === 1 ? one : more}`
