import * as v from 'valibot'
import { EpochMs, Id, Text } from '../base/fields.ts'
import { Scene } from './scene.ts'

/** A live class session as the devices of its pupils know it. Nothing is watched unless one is open. */
export const LessonOnDevice = v.strictObject({
  id: Id,
  /** Who is looking, as the pupil reads it: "Ms Okafor, 8B Science". */
  watchedBy: Text(120),
  endsAt: EpochMs,
  scene: Scene,
})
export type LessonOnDevice = v.InferOutput<typeof LessonOnDevice>

/** A lesson lasts at most this long; a teacher who forgets to stop it stops watching then. */
export const longestLessonMs = 3 * 3_600_000
