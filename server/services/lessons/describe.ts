import type { Id } from '#shared/base/fields.ts'
import type { LessonOnDevice } from '#shared/domain/lesson.ts'
import type { LessonView } from '#shared/protocol/console-api.ts'
import type { Reader } from '../../db/transaction.ts'
import type { LiveLesson } from '../fact.ts'
import { pupilsOfClass } from '../pupils/ref.ts'
import { tileCounts } from './counts.ts'
import type { FoundLesson } from './find.ts'

/** Who is looking, as pupils read it: "Ms Okafor, 8B Science". */
export const watchedBy = (lesson: FoundLesson): string =>
  `${lesson.teacher}, ${lesson.className} ${lesson.subject}`

/** What a device is told of a lesson. */
export const onDevice = (lesson: FoundLesson): LessonOnDevice => ({
  id: lesson.id,
  watchedBy: watchedBy(lesson),
  endsAt: lesson.endsAt,
  scene: lesson.scene,
})

/** What the teacher's console shows of a lesson. */
export async function lessonView(db: Reader, { teacherId: _, ...lesson }: FoundLesson): Promise<LessonView> {
  return { ...lesson, pupils: await pupilsOfClass(db, lesson.classId) }
}

/** What the live side keeps of a lesson. */
export async function liveLesson(db: Reader, lesson: FoundLesson, now: number): Promise<LiveLesson> {
  const pupils = await pupilsOfClass(db, lesson.classId)
  const counts = await tileCounts(
    db,
    lesson,
    pupils.map((pupil): Id => pupil.id),
    now,
  )
  return {
    id: lesson.id,
    teacherId: lesson.teacherId,
    watchedBy: watchedBy(lesson),
    endsAt: lesson.endsAt,
    scene: lesson.scene,
    pupils: pupils.map(({ id, name }) => ({ id, name, counts: counts.get(id) ?? nothing })),
  }
}

const nothing = { locked: false, openFlags: 0, flagSeverity: 0, waitingRequests: 0 }
