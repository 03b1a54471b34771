import * as v from 'valibot'
import { type EpochMs, Id, Text, Words } from '../base/fields.ts'
import type { CategoryId } from '../domain/category.ts'
import { CommandBody, type CommandKind, type CommandOutcome } from '../domain/command.ts'
import type { Decision } from '../domain/decision.ts'
import { type FlagCause, FlagOutcome, type FlagStatus, Intent } from '../domain/flag.ts'
import { Policy } from '../domain/policy.ts'
import type { ReportAbout, ReportKind, ReportStatus } from '../domain/report.ts'
import type { RequestStatus } from '../domain/request.ts'
import type { Role } from '../domain/role.ts'
import { Scene } from '../domain/scene.ts'
import type { Severity } from '../domain/severity.ts'

/** What the console sends. Each is parsed again by the verb that it reaches. */
export const SignInInput = v.strictObject({ schoolId: Id, email: Text(200), password: Text(200) })
export const SignInLinkInput = v.strictObject({ schoolId: Id, token: Text(200) })
export const StartLessonInput = v.strictObject({
  classId: Id,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(180)),
})
export const SetSceneInput = v.strictObject({ lessonId: Id, scene: Scene })
/** Empty `pupilIds` means everybody in the lesson. */
export const GiveCommandInput = v.strictObject({
  lessonId: Id,
  pupilIds: v.pipe(v.array(Id), v.maxLength(200)),
  body: CommandBody,
})
export const DecideRequestInput = v.strictObject({
  requestId: Id,
  grant: v.boolean(),
  reply: v.nullable(Words(300)),
})
export const FlagNoteInput = v.strictObject({ flagId: Id, text: Words(2000) })
export const CloseFlagInput = v.strictObject({
  flagId: Id,
  outcome: FlagOutcome,
  intent: Intent,
  why: Words(2000),
})
export const ReplyToReportInput = v.strictObject({
  reportId: Id,
  reply: v.nullable(Words(1000)),
  close: v.boolean(),
})

/** `basedOn`: the version that was opened and changed; another one published since is a conflict. */
export const PublishPolicyInput = v.strictObject({
  policy: Policy,
  basedOn: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

/** The school's policy as it wrote it. */
export interface PolicyView {
  readonly version: number
  readonly policy: Policy
}

/** The list bundle that devices hold. */
export interface ListsView {
  readonly hash: string
  readonly version: string
  readonly bytes: number
}

/** The text model that devices read with. */
export interface ModelView {
  readonly hash: string
  readonly name: string
  readonly bytes: number
}

/** A pupil as staff see them. */
export interface PupilRef {
  readonly id: Id
  readonly name: string
  readonly year: number
  readonly form: string
}

/** Who is signed in, and what their grants let them open. */
export interface Me {
  readonly staffId: Id
  readonly name: string
  readonly schoolId: Id
  readonly schoolName: string
  readonly roles: readonly Role[]
  /** The console's rooms this person may open. */
  readonly rooms: readonly ('lesson' | 'flags' | 'reports' | 'devices' | 'why')[]
  readonly sessionEndsAt: EpochMs
}

/** A class a teacher can start a lesson with; `now` when the timetable says it is on. */
export interface ClassRow {
  readonly id: Id
  readonly name: string
  readonly subject: string
  readonly pupils: number
  readonly now: { readonly room: string; readonly endsAt: EpochMs } | null
  /** The lesson that is open, and whose it is. */
  readonly lesson: {
    readonly id: Id
    readonly teacher: string
    readonly endsAt: EpochMs
    readonly mine: boolean
  } | null
}

export interface LessonView {
  readonly id: Id
  readonly classId: Id
  readonly className: string
  readonly subject: string
  readonly teacher: string
  readonly startedAt: EpochMs
  readonly endsAt: EpochMs
  readonly endedAt: EpochMs | null
  readonly scene: Scene
  readonly pupils: readonly PupilRef[]
}

export interface CommandRow {
  readonly id: Id
  readonly kind: CommandKind
  readonly pupilId: Id
  readonly givenAt: EpochMs
  readonly expiresAt: EpochMs
  readonly outcome: CommandOutcome | null
}

export interface RequestRow {
  readonly id: Id
  readonly pupil: PupilRef
  readonly at: EpochMs
  readonly host: string
  readonly url: string
  readonly category: CategoryId | null
  readonly words: string
  readonly status: RequestStatus
  readonly decidedBy: string | null
  readonly decidedAt: EpochMs | null
  /** False when the policy never opens this category in a lesson: somebody else has to decide. */
  readonly mayGrant: boolean
}

/** A flag in the queue. `pupil` is null for a device without a user. */
export interface FlagRow {
  readonly id: Id
  readonly pupil: PupilRef | null
  readonly at: EpochMs
  readonly receivedAt: EpochMs
  /** Null when this person may only know that the safeguarding team has been told. */
  readonly category: CategoryId | null
  readonly severity: Severity
  readonly cause: FlagCause
  readonly status: FlagStatus
  readonly host: string
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: EpochMs | null
  /** `told-only`: this person may know that the safeguarding team has it, and no more. */
  readonly access: 'full' | 'without-words' | 'told-only'
}

export interface FlagNote {
  readonly at: EpochMs
  readonly by: string
  readonly text: string
}

/** The evidence of a flag. Words and address are null where this person may not read them. */
export interface FlagDetail extends FlagRow {
  readonly url: string | null
  readonly title: string | null
  readonly words: string | null
  readonly decision: Decision | null
  readonly notes: readonly FlagNote[]
  readonly closed: {
    readonly at: EpochMs
    readonly by: string
    readonly outcome: FlagOutcome
    readonly intent: Intent
    readonly why: string
  } | null
  readonly may: { readonly acknowledge: boolean; readonly note: boolean; readonly close: boolean }
}

export interface ReportRow {
  readonly id: Id
  readonly pupil: PupilRef | null
  readonly at: EpochMs
  readonly receivedAt: EpochMs
  readonly kind: ReportKind
  readonly status: ReportStatus
  readonly words: string
  readonly about: ReportAbout | null
  /** The adult the pupil chose, as they read it, and whether that is this person. */
  readonly adult: { readonly name: string; readonly isMe: boolean }
  readonly seenBy: string | null
  readonly seenAt: EpochMs | null
  readonly reply: string | null
}

/** A device as ICT sees it: never any browsing or safeguarding content. */
export interface DeviceRow {
  readonly id: Id
  readonly label: string
  readonly platform: string
  readonly pupil: PupilRef | null
  readonly enrolledAt: EpochMs
  readonly lastSeenAt: EpochMs | null
  readonly connected: boolean
  readonly revokedAt: EpochMs | null
  readonly agentVersion: string | null
  readonly notices: readonly { readonly at: EpochMs; readonly code: string; readonly detail: string }[]
}

/** Every error body: a closed code for code, a sentence for people, and the request's id to quote. */
export const ErrorBody = v.object({
  code: v.picklist([
    'invalid',
    'not-signed-in',
    'not-allowed',
    'not-found',
    'conflict',
    'too-large',
    'too-many',
    'busy',
    'broken',
  ]),
  message: Text(300),
  requestId: Id,
})
export type ErrorBody = v.InferOutput<typeof ErrorBody>
