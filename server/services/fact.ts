import type { EpochMs, Id } from '#shared/base/fields.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { Command } from '#shared/domain/command.ts'
import type { DeviceUser } from '#shared/domain/pupil.ts'
import type { ReportReceipt } from '#shared/domain/report.ts'
import type { Scene } from '#shared/domain/scene.ts'
import type { ChangedNoun } from '#shared/protocol/console.ts'
import type { Download } from '#shared/protocol/device.ts'

/** What a tile shows of the school's records, besides what the device says. */
export interface TileCounts {
  readonly locked: boolean
  readonly openFlags: number
  readonly flagSeverity: number
  readonly waitingRequests: number
}

/** A lesson as the live side holds it in memory. */
export interface LiveLesson {
  readonly id: Id
  readonly teacherId: Id
  readonly watchedBy: string
  readonly endsAt: EpochMs
  readonly scene: Scene
  readonly pupils: readonly { readonly id: Id; readonly name: string; readonly counts: TileCounts }[]
}

/** What is true since a commit, for the live side to tell those whom it concerns. */
export type Fact =
  /** Only these staff may know. */
  | {
      readonly fact: 'changed'
      readonly noun: ChangedNoun
      readonly id: Id
      readonly staffIds: readonly Id[]
    }
  | { readonly fact: 'lesson-open'; readonly lesson: LiveLesson }
  | { readonly fact: 'lesson-over'; readonly lessonId: Id }
  | { readonly fact: 'counts'; readonly lessonId: Id; readonly pupilId: Id; readonly counts: TileCounts }
  | { readonly fact: 'command'; readonly deviceId: Id; readonly command: Command }
  | { readonly fact: 'receipt'; readonly deviceId: Id; readonly receipt: ReportReceipt }
  | { readonly fact: 'policy'; readonly band: Band; readonly policy: Download }
  | { readonly fact: 'lists'; readonly lists: Download; readonly listsKey: string }
  | { readonly fact: 'model'; readonly model: Download; readonly listsKey: string }
  | { readonly fact: 'user'; readonly deviceId: Id; readonly user: DeviceUser }
  | { readonly fact: 'device-revoked'; readonly deviceId: Id }
  | { readonly fact: 'session-over'; readonly sessionId: Id }
