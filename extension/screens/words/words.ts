import type { Reason } from '#shared/domain/decision.ts'
import type { ReportKind, ReportStatus } from '#shared/domain/report.ts'
import type { RequestStatus } from '#shared/domain/request.ts'
import type { PopupView } from '#shared/protocol/page.ts'

/**
 * Every word a person meets on a device, for one band. Text in braces, such as `{category}`, is filled in by `fillIn`:
 * each key says which names it may use.
 */
export interface Words {
  readonly blocked: BlockedWords
  readonly pause: PauseWords
  readonly help: HelpWords
  readonly report: ReportWords
  readonly request: RequestWords
  readonly locked: LockedWords
  readonly message: MessageWords
  readonly popup: PopupWords
  readonly seen: SeenWords
  readonly state: StateWords
}

/** A page was stopped. */
export interface BlockedWords {
  readonly title: string
  /** {category} */
  readonly happened: string
  /** When the words on the page decided: {category} */
  readonly happenedWords: string
  /** When no category decided. */
  readonly happenedOther: string
  readonly notInTrouble: string
  readonly page: string
  readonly whyTitle: string
  readonly why: Readonly<Record<Reason, string>>
  readonly trace: string
  readonly goBack: string
  readonly report: string
  readonly ask: string
}

/** Pause and think: the pupil may go on. */
export interface PauseWords {
  readonly title: string
  /** {category} */
  readonly happened: string
  readonly think: readonly string[]
  readonly goBack: string
  readonly goOn: string
  readonly report: string
}

/** People to talk to, beside or instead of a page. */
export interface HelpWords {
  readonly title: string
  readonly intro: string
  /** When the pupil looked for help themselves: nothing was wrong with that. */
  readonly lookingForHelp: string
  readonly adult: string
  readonly emergency: string
  /** {number} */
  readonly call: string
  /** {number} */
  readonly text: string
  readonly visit: string
}

/** "Report this". */
export interface ReportWords {
  readonly title: string
  readonly intro: string
  readonly kinds: Readonly<Record<ReportKind, string>>
  readonly accidentNote: string
  readonly wordsLabel: string
  readonly wordsHint: string
  readonly adultLabel: string
  readonly anyAdult: string
  readonly whoReads: string
  readonly send: string
  readonly cancel: string
  readonly sending: string
  /** {adult} */
  readonly sent: string
  readonly stored: string
  readonly failed: string
  readonly listTitle: string
  readonly listEmpty: string
  /** {adult} */
  readonly status: Readonly<Record<ReportStatus, string>>
  readonly reply: string
}

/** "Ask for this site". */
export interface RequestWords {
  readonly title: string
  readonly wordsLabel: string
  readonly wordsHint: string
  readonly send: string
  readonly cancel: string
  readonly sending: string
  readonly sent: string
  readonly stored: string
  readonly failed: string
  readonly status: Readonly<Record<RequestStatus, string>>
  readonly reply: string
}

/** A teacher has locked the screens of a class. */
export interface LockedWords {
  readonly title: string
  readonly happened: string
  readonly message: string
  readonly ends: string
}

/** A teacher's message. */
export interface MessageWords {
  /** {teacher} */
  readonly title: string
  readonly gotIt: string
}

export interface PopupWords {
  readonly title: string
  readonly state: Readonly<Record<PopupView['state'], string>>
  /** {who}: the teacher and the class */
  readonly watched: string
  readonly notWatched: string
  readonly tile: string
  /** {count} */
  readonly waiting: string
  readonly report: string
  readonly seen: string
  readonly talkTo: string
  readonly faults: string
}

/** "What my school can see". */
export interface SeenWords {
  readonly title: string
  readonly intro: string
  readonly nowTitle: string
  readonly now: readonly string[]
  readonly sometimesTitle: string
  readonly sometimes: readonly string[]
  readonly neverTitle: string
  readonly never: readonly string[]
  readonly keptTitle: string
  readonly kept: readonly string[]
  readonly outOfHoursOn: string
  readonly outOfHoursOff: string
  readonly back: string
}

/** What any screen says while it has nothing to show. */
export interface StateWords {
  readonly loading: string
  readonly slow: string
  readonly failed: string
  readonly retry: string
  readonly offline: string
  readonly close: string
}
