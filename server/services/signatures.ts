import type { Id } from '#shared/base/fields.ts'
import type { Command, CommandBody } from '#shared/domain/command.ts'
import type { DeviceEvent } from '#shared/domain/device-event.ts'
import type { FlagOutcome, FlagStatus, Intent } from '#shared/domain/flag.ts'
import type { LessonOnDevice } from '#shared/domain/lesson.ts'
import type { Policy } from '#shared/domain/policy.ts'
import type { DeviceUser } from '#shared/domain/pupil.ts'
import type { ReportReceipt } from '#shared/domain/report.ts'
import type { Scene } from '#shared/domain/scene.ts'
import type {
  ClassRow,
  CommandRow,
  DeviceRow,
  FlagDetail,
  FlagRow,
  LessonView,
  ListsView,
  Me,
  ModelView,
  PolicyView,
  ReportRow,
  RequestRow,
} from '#shared/protocol/console-api.ts'
import type { Download } from '#shared/protocol/device.ts'
import type { DevicePublicKey, EnrolRequest, EnrolResponse } from '#shared/protocol/enrolment.ts'
import type { WhyAnswer, WhyQuestion } from '#shared/protocol/why.ts'
import type { LiveLesson } from './fact.ts'

/** A session that has just begun. The token is told once and kept only as a hash. */
export interface SignedIn {
  readonly token: string
  readonly me: Me
}

/** What the gateway needs to check a device's proof before anything else. */
export interface KnownDevice {
  readonly publicKey: DevicePublicKey
  readonly revoked: boolean
}

/** What a device is told when it has proved itself. */
export interface Greeting {
  readonly user: DeviceUser
  readonly keptThrough: number
  readonly policy: Download
  readonly lists: Download | null
  readonly listsKey: string | null
  /** The school's own text model; null while the packaged one counts. */
  readonly model: Download | null
  readonly lesson: LessonOnDevice | null
  readonly commands: readonly Command[]
  readonly receipts: readonly ReportReceipt[]
}

export interface FlagPage {
  readonly flags: FlagRow[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

/** `body: false` asks only whether this device may have it. */
interface DownloadInput {
  readonly hash: string
  /** A bundle that the device holds: then a delta over it will do. */
  readonly from: string | null
  readonly body: boolean
}

interface Call<I, O> {
  readonly input: I
  readonly output: O
}

/**
 * Every verb of the school: what it is given and what it answers. The gateway thread knows verbs by this table only,
 * so that no database code is ever loaded there.
 */
export interface Signatures {
  'staff.sign-in': Call<{ email: string; password: string }, SignedIn>
  'staff.sign-in-by-link': Call<{ token: string }, SignedIn>
  'staff.sign-out': Call<null, null>
  'staff.me': Call<null, Me>
  'lessons.classes': Call<null, ClassRow[]>
  'lessons.start': Call<{ classId: Id; minutes: number }, LessonView>
  'lessons.view': Call<{ lessonId: Id }, LessonView>
  'lessons.stop': Call<{ lessonId: Id }, LessonView>
  'lessons.set-scene': Call<{ lessonId: Id; scene: Scene }, LessonView>
  'lessons.watch': Call<{ lessonId: Id }, LiveLesson>
  'lessons.resume': Call<null, LiveLesson[]>
  'lessons.expire': Call<{ lessonId: Id }, null>
  'commands.list': Call<{ lessonId: Id }, CommandRow[]>
  'commands.give': Call<{ lessonId: Id; pupilIds: Id[]; body: CommandBody }, CommandRow[]>
  'requests.list': Call<{ lessonId: Id }, RequestRow[]>
  'requests.decide': Call<{ requestId: Id; grant: boolean; reply: string | null }, RequestRow>
  'flags.list': Call<{ status: FlagStatus | null; cursor: string | null }, FlagPage>
  'flags.view': Call<{ flagId: Id }, FlagDetail>
  'flags.acknowledge': Call<{ flagId: Id }, FlagDetail>
  'flags.note': Call<{ flagId: Id; text: string }, FlagDetail>
  'flags.close': Call<{ flagId: Id; outcome: FlagOutcome; intent: Intent; why: string }, FlagDetail>
  'reports.list': Call<null, ReportRow[]>
  'reports.see': Call<{ reportId: Id }, ReportRow>
  'reports.reply': Call<{ reportId: Id; reply: string | null; close: boolean }, ReportRow>
  'devices.list': Call<null, DeviceRow[]>
  'devices.revoke': Call<{ deviceId: Id }, DeviceRow>
  'devices.enrol': Call<EnrolRequest, EnrolResponse>
  'devices.known': Call<{ deviceId: Id }, KnownDevice>
  'devices.greet': Call<{ epoch: Id; agentVersion: string; skewMs: number }, Greeting>
  'devices.keep': Call<{ epoch: Id; skewMs: number; events: readonly QueuedEvent[] }, { keptThrough: number }>
  'policies.view': Call<null, PolicyView>
  'policies.publish': Call<{ policy: Policy; basedOn: number }, PolicyView>
  'policies.download': Call<DownloadInput, { body: Uint8Array | null }>
  'lists.install': Call<{ bytes: Uint8Array<ArrayBuffer> }, ListsView>
  'lists.install-names': Call<{ bytes: Uint8Array<ArrayBuffer> }, { hash: string; hosts: number }>
  'lists.download': Call<DownloadInput, { body: Uint8Array | null }>
  'lists.download-names': Call<DownloadInput, { body: Uint8Array | null }>
  'models.install': Call<{ bytes: Uint8Array<ArrayBuffer> }, ModelView>
  'models.download': Call<DownloadInput, { body: Uint8Array | null }>
  'why.ask': Call<WhyQuestion, WhyAnswer>
  'school.ready': Call<null, { name: string }>
}

/** An event in a well-formed batch: parsed, or kept aside as it came because its body makes no sense to us. */
export type QueuedEvent =
  | { readonly seq: number; readonly event: DeviceEvent }
  | { readonly seq: number; readonly malformed: string; readonly why: string }

export type VerbName = keyof Signatures
export type InputOf<N extends VerbName> = Signatures[N]['input']
export type OutputOf<N extends VerbName> = Signatures[N]['output']
